/**
 * Starts each task once all those that it waits for are done, at most `jobs` at a time, those in `long` first and else
 * the earliest in the list. `waitsFor` holds, for each task, places before its own.
 * Once a task fails no other is started; those at work end; then the error of the earliest that failed is thrown.
 */
export async function startWhenReady(
  waitsFor: readonly ReadonlySet<number>[],
  jobs: number,
  start: (task: number) => Promise<void>,
  long: ReadonlySet<number> = new Set(),
): Promise<void> {
  const waiting = new Set([...long, ...waitsFor.keys()]);
  const running = new Map<number, Promise<void>>();
  const done = new Set<number>();
  const failed = new Map<number, unknown>();
  const run = async (task: number) => {
    try {
      await start(task);
      done.add(task);
    } catch (error) {
      failed.set(task, error);
    }
    running.delete(task);
  };
  const isReady = (task: number) => [...waitsFor[task]!].every((other) => done.has(other));
  for (;;) {
    for (const task of waiting) {
      if (failed.size > 0 || running.size >= jobs) break;
      if (!isReady(task)) continue;
      waiting.delete(task);
      running.set(task, run(task));
    }
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
  if (failed.size > 0) throw failed.get(Math.min(...failed.keys()));
}
