import { expect, test } from "vitest";
import { showProgress } from "../../loaders/pipeline/progress.ts";

function recorder(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  return { written, isTTY, columns, write: (text: string) => written.push(text) };
}

test("without a terminal: a line at most every five seconds, and one at the end", () => {
  const writer = recorder(false);
  let time = 0;
  const progress = showProgress("annotate", writer, () => time);
  for (time = 0; time <= 12_000; time += 500) progress.update(time, 24_000, "posts");
  progress.end();
  expect(writer.written).toEqual([
    "  annotate: 5,000 of 24,000 posts\n",
    "  annotate: 10,000 of 24,000 posts\n",
    "  annotate: 12,000 of 24,000 posts\n",
  ]);
});

test("without a terminal a short step writes nothing", () => {
  const writer = recorder(false);
  const progress = showProgress("annotate", writer, () => 0);
  progress.update(1, undefined, "posts");
  progress.end();
  expect(writer.written).toEqual([]);
});

test("on a terminal: one line, written over, as wide as the terminal at most, and gone at the end", () => {
  const writer = recorder(true, 60);
  let time = 0;
  const progress = showProgress("annotate", writer, () => time);
  progress.update(0, 2_000, "posts");
  progress.update(1, 2_000, "posts");
  time = 100;
  progress.update(1_000, 2_000, "posts");
  time = 200;
  progress.update(1_500, undefined, "posts of an unknown number, and a long unit it is that does not fit");
  progress.end();
  expect(writer.written).toEqual([
    "\r\x1b[2Kannotate [--------------------] 0 % 0 of 2,000 posts",
    "\r\x1b[2Kannotate [##########----------] 50 % 1,000 of 2,000 posts",
    "\r\x1b[2Kannotate 1,500 posts of an unknown number, and a long unit ",
    "\r\x1b[2K",
  ]);
});
