import { expect, test } from "vitest";
import { afterPaint } from "../../../src/components/explorer/after-paint.ts";

/** A window whose frames and timers run when the test says so. */
function stepped() {
  const frames: (() => void)[] = [];
  const timers: (() => void)[] = [];
  const run = (list: (() => void)[]) => {
    for (const work of list.splice(0)) work();
  };
  return {
    window: {
      requestAnimationFrame: (work: () => void) => frames.push(work),
      setTimeout: (work: () => void) => timers.push(work),
    } as unknown as Window,
    paint: () => run(frames),
    rest: () => run(timers),
  };
}

test("work waits until a frame is painted, and of several that wait the last alone is done", () => {
  const { window, paint, rest } = stepped();
  const later = afterPaint(window);
  const done: string[] = [];
  later(() => done.push("first"));
  later(() => done.push("second"));
  rest();
  expect(done).toEqual([]);
  paint();
  expect(done, "before the frame is on the screen").toEqual([]);
  rest();
  expect(done).toEqual(["second"]);
  later(() => done.push("third"));
  paint();
  rest();
  expect(done).toEqual(["second", "third"]);
});
