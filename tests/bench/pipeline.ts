import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { sha256 } from "../../loaders/pipeline/hash.ts";
import { runSteps } from "../../loaders/pipeline/run.ts";
import { step } from "../../loaders/pipeline/step.ts";
import { median } from "./limits.ts";

// How long finding everything fresh takes, beside hashing the same files once and doing nothing else.
const STEPS = 30;
const BYTES = 25e6 / STEPS;
const ROUNDS = 5;

const root = mkdtempSync(join(tmpdir(), "pipeline-"));
process.chdir(root);

function put(name: string, content: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), content);
}

put("0.txt", "x".repeat(BYTES));
for (let index = 0; index < 150; index++) {
  put(`loaders/m${index}.ts`, `import "./m${index + 1}.ts";\nexport const x = ${index};\n`);
}
put("loaders/m150.ts", "");
const steps = Array.from({ length: STEPS }, (_, index) =>
  step({
    name: `step${index}`,
    reads: { before: `${index}.txt`, raw: `raw/${index}.txt` },
    writes: { after: `${index + 1}.txt` },
    code: [`loaders/m${index}.ts`],
    async run({ inputs, outputs }) {
      copyFileSync(inputs.before![0]!, outputs.after!);
      return { rowsIn: 1, rowsOut: 1 };
    },
  }),
);
const run = () =>
  runSteps(steps, {
    root,
    lockFile: join(root, "run.lock"),
    logFile: join(root, "run.log"),
    print: () => {},
  });
for (let index = 0; index < STEPS; index++) put(`raw/${index}.txt`, `${index}`.repeat(BYTES / 2));
await run();

const fresh: number[] = [];
const plain: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  let start = performance.now();
  await run();
  fresh.push(performance.now() - start);
  start = performance.now();
  for (let index = 0; index < STEPS; index++) {
    sha256(readFileSync(join(root, `${index}.txt`), "utf8"));
    sha256(readFileSync(join(root, `raw/${index}.txt`), "utf8"));
  }
  plain.push(performance.now() - start);
}
process.stdout.write(
  `${STEPS} fresh steps, 151 modules, 50 MB: ${median(fresh).toFixed(0)} ms; hashing the files alone: ${median(plain).toFixed(0)} ms; ratio ${(median(fresh) / median(plain)).toFixed(2)}\n`,
);
rmSync(root, { recursive: true, force: true });
