/** The lines of tasks that run side by side, told as if they had run one after another. */
export interface LinesInOrder {
  print(task: number, line: string): void;
  /** No more lines of this task will come. */
  end(task: number): void;
  /** Prints what is held back, where some tasks will never end. */
  flush(): void;
}

/**
 * Holds the lines of each of `count` tasks back until all tasks before it have ended: the first that has not ended
 * prints at once.
 */
export function linesInOrder(count: number, print: (line: string) => void): LinesInOrder {
  const held: string[][] = Array.from({ length: count }, () => []);
  const ended = new Set<number>();
  let first = 0;
  const printHeld = (task: number) => {
    for (const line of held[task]?.splice(0) ?? []) print(line);
  };
  return {
    print(task, line) {
      held[task]!.push(line);
      if (task === first) printHeld(task);
    },
    end(task) {
      ended.add(task);
      while (ended.has(first)) printHeld(++first);
    },
    flush() {
      for (let task = first; task < count; task++) printHeld(task);
    },
  };
}
