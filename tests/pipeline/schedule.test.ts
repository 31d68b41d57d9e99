import { expect, test } from "vitest";
import { linesInOrder } from "../../loaders/pipeline/lines-in-order.ts";
import { startWhenReady } from "../../loaders/pipeline/schedule.ts";

/** Tasks that end when they are told to. */
function tasksOf(waitsFor: number[][], jobs: number, long: number[] = []) {
  const started: number[] = [];
  const ends = new Map<number, { end: () => void; fail: (error: Error) => void }>();
  const all = startWhenReady(
    waitsFor.map((places) => new Set(places)),
    jobs,
    (task) => {
      started.push(task);
      return new Promise<void>((end, fail) => ends.set(task, { end, fail }));
    },
    new Set(long),
  );
  all.catch(() => undefined);
  /** What has started by the time that all promises that can be kept are. */
  const settled = async () => {
    await new Promise(setImmediate);
    return started;
  };
  const end = (task: number) => {
    ends.get(task)!.end();
    return settled();
  };
  const fail = (task: number, message: string) => {
    ends.get(task)!.fail(new Error(message));
    return settled();
  };
  return { all, settled, end, fail };
}

test("a task starts once all that it waits for are done, others before", async () => {
  const { all, settled, end } = tasksOf([[], [], [0, 1], [1], [2]], 4);
  expect(await settled()).toEqual([0, 1]);
  expect(await end(1)).toEqual([0, 1, 3]);
  expect(await end(0)).toEqual([0, 1, 3, 2]);
  expect(await end(2)).toEqual([0, 1, 3, 2, 4]);
  await end(3);
  await end(4);
  await all;
});

test("no more run at a time than there are jobs, the earliest first", async () => {
  const { all, settled, end } = tasksOf([[], [], [], [0]], 2);
  expect(await settled()).toEqual([0, 1]);
  expect(await end(1)).toEqual([0, 1, 2]);
  expect(await end(0)).toEqual([0, 1, 2, 3]);
  await end(2);
  await end(3);
  await all;
});

test("of those that may start, a long one starts first", async () => {
  const { all, settled, end } = tasksOf([[], [], [], [0], [0]], 2, [2, 4]);
  expect(await settled()).toEqual([2, 0]);
  expect(await end(0)).toEqual([2, 0, 4]);
  expect(await end(2)).toEqual([2, 0, 4, 1]);
  expect(await end(4)).toEqual([2, 0, 4, 1, 3]);
  await end(1);
  await end(3);
  await all;
});

test("after a failure none starts, those at work end, and the earliest in the list is told", async () => {
  const { all, settled, end, fail } = tasksOf([[], [], [], [], []], 3);
  expect(await settled()).toEqual([0, 1, 2]);
  let over = false;
  all.catch(() => (over = true));
  expect(await fail(2, "two")).toEqual([0, 1, 2]);
  expect(await fail(1, "one")).toEqual([0, 1, 2]);
  expect(over).toBe(false);
  expect(await end(0)).toEqual([0, 1, 2]);
  await expect(all).rejects.toThrow("one");
});

test("lines come in the order of the list, those of the first that has not ended at once", () => {
  const printed: string[] = [];
  const lines = linesInOrder(4, (line) => printed.push(line));
  lines.print(1, "1a");
  lines.print(0, "0a");
  expect(printed).toEqual(["0a"]);
  lines.print(1, "1b");
  lines.end(1);
  lines.print(2, "2a");
  expect(printed).toEqual(["0a"]);
  lines.end(0);
  expect(printed).toEqual(["0a", "1a", "1b", "2a"]);
  lines.print(2, "2b");
  lines.print(3, "3a");
  expect(printed).toEqual(["0a", "1a", "1b", "2a", "2b"]);
  lines.flush();
  expect(printed).toEqual(["0a", "1a", "1b", "2a", "2b", "3a"]);
});
