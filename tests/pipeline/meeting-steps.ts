import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { threadId } from "node:worker_threads";
import { type StepContext, type StepDefinition, step } from "../../loaders/pipeline/step.ts";

/** What the threads and the test share. */
export interface Meeting {
  /** Places of `state`: how many of `left` and `right` are at work, how many have ended, whether none may end. */
  readonly state: Int32Array;
}

export const AT_WORK = 0;
export const ENDED = 1;
export const HELD = 2;

export function meeting(held = false): Meeting {
  const state = new Int32Array(new SharedArrayBuffer(12));
  state[HELD] = held ? 1 : 0;
  return { state };
}

export function writeMeetingStudy(root: string): void {
  writeFileSync(`${root}/code.ts`, "export const code = 1;\n");
  writeFileSync(`${root}/in.txt`, "in\n");
}

/**
 * `left` and `right` each write half of their output, wait for the other, and write the rest; their threads are asleep
 * meanwhile, so that only steps that truly run at one time can end. `after` reads both.
 */
export function steps({ state }: Meeting): StepDefinition[] {
  const meet = (name: string) =>
    step({
      name,
      reads: { in: "in.txt" },
      writes: { out: `derived/${name}.txt` },
      code: ["code.ts"],
      async run({ outputs }) {
        appendFileSync(outputs.out!, `${name}, `);
        Atomics.add(state, AT_WORK, 1);
        Atomics.notify(state, AT_WORK);
        for (let count = Atomics.load(state, AT_WORK); count < 2; count = Atomics.load(state, AT_WORK)) {
          Atomics.wait(state, AT_WORK, count);
        }
        Atomics.wait(state, HELD, 1);
        appendFileSync(outputs.out!, "whole\n");
        Atomics.add(state, ENDED, 1);
        return { rowsIn: 1, rowsOut: threadId };
      },
    });
  return [
    meet("left"),
    meet("right"),
    step({
      name: "after",
      reads: { both: "derived/{left,right}.txt" },
      writes: { out: "derived/after.txt" },
      code: ["code.ts"],
      async run({ inputs, outputs }) {
        const texts = inputs.both!.map((file) => readFileSync(file, "utf8"));
        writeFileSync(outputs.out!, texts.join(""));
        return { rowsIn: Atomics.load(state, ENDED), rowsOut: 1 };
      },
    }),
  ];
}

/** Steps of which `bad` fails as told, while `long`, which waits for that, has still to end. */
export function failingSteps({ state, way }: Meeting & { way: "throw" | "exit" }): StepDefinition[] {
  const one = (name: string, reads: Record<string, string>, run: (context: StepContext) => void) =>
    step({
      name,
      reads,
      writes: { out: `derived/${name}.txt` },
      code: ["code.ts"],
      async run(context) {
        run(context);
        return { rowsIn: 1, rowsOut: 1 };
      },
    });
  return [
    one("long", { in: "in.txt" }, ({ outputs }) => {
      Atomics.wait(state, AT_WORK, 0);
      writeFileSync(outputs.out!, "long\n");
    }),
    one("bad", { in: "in.txt" }, ({ outputs }) => {
      writeFileSync(outputs.out!, "half");
      Atomics.store(state, AT_WORK, 1);
      Atomics.notify(state, AT_WORK);
      if (way === "exit") process.exit(7);
      throw new TypeError("found 3 legs, expected 4");
    }),
    one("next", { bad: "derived/bad.txt" }, ({ outputs }) => writeFileSync(outputs.out!, "next\n")),
  ];
}
