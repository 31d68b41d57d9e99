/**
 * Writes the demo study's captures, the organisations' register and the truth table.
 *
 *     npx tsx loaders/demo/main.ts [--seed N] [--scale S] [--out DIR] [--help]
 *     npx tsx loaders/demo/main.ts coders [--seed N] [--out DIR]
 *
 * DIR is the workspace (the default is the current folder): DIR/data/raw/demo/**, DIR/data/study/organisations.csv
 * and DIR/tests/truth/demo.parquet. With `coders` it writes the sheets of two invented coders instead. The same seed
 * and scale give the same bytes.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import {
  codeSheet,
  decidedCodes,
  inventedCoders,
  inventedCodes,
  readItems,
  readTrueAnswers,
} from "./coders.ts";
import { generateDemo } from "./generate.ts";
import { organisationsCsv } from "./organisations.ts";
import { writeTruth } from "./truth.ts";

const help = `npx tsx loaders/demo/main.ts [--seed N] [--scale S] [--out DIR] [--help]
npx tsx loaders/demo/main.ts coders [--seed N] [--out DIR]

Writes the synthetic demo study: DIR/data/raw/demo/**, DIR/data/study/organisations.csv and
DIR/tests/truth/demo.parquet. The same seed and scale give the same bytes.

coders reads the key of the sample that stands in DIR/data/derived/validation/ and writes DIR/data/validation/sheets/:
what two invented coders and an arbiter answer, from the truth table and with errors. The sheets hold no texts.

  --seed N    a whole number (default 2022)
  --scale S   share of the full size, more than 0, at most 1 (default 1: about 30,000 posts)
  --out DIR   the workspace to write to (default: the current folder)`;

function number(text: string, name: string, fits: (value: number) => boolean, expected: string): number {
  const value = Number(text);
  if (text.trim() === "" || !fits(value)) throw new Error(`--${name}: found "${text}", expected ${expected}`);
  return value;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: "string", default: "2022" },
      scale: { type: "string", default: "1" },
      out: { type: "string", default: "." },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const seed = number(values.seed, "seed", Number.isInteger, "a whole number");
  if (positionals.length > 0) {
    if (positionals.join(" ") !== "coders")
      throw new Error(`found "${positionals.join(" ")}", expected nothing or "coders"`);
    return writeCoders(values.out, seed);
  }
  const scale = number(
    values.scale,
    "scale",
    (value) => value > 0 && value <= 1,
    "a number above 0 and at most 1",
  );
  const { files, truth } = generateDemo(seed, scale);
  const raw = join(values.out, "data/raw/demo");
  await rm(raw, { recursive: true, force: true });
  let bytes = 0;
  for (const [path, content] of files) {
    await mkdir(dirname(join(raw, path)), { recursive: true });
    await writeFile(join(raw, path), content);
    bytes += content.length;
  }
  await mkdir(join(values.out, "data/study"), { recursive: true });
  await writeFile(join(values.out, "data/study/organisations.csv"), organisationsCsv());
  await mkdir(join(values.out, "tests/truth"), { recursive: true });
  await writeTruth(truth, join(values.out, "tests/truth/demo.parquet"));
  console.log(`${truth.length} records in ${files.size} files, ${(bytes / 1e6).toFixed(2)} MB below ${raw}`);
}

async function writeCoders(root: string, seed: number): Promise<void> {
  const items = await readItems(join(root, "data/derived/validation/key.csv"));
  const truth = await readTrueAnswers(join(root, "tests/truth/demo.parquet"));
  const sheets = new Map(
    Object.entries(inventedCoders).map(([name, errors]) => [
      name,
      inventedCodes(name, items, truth, errors, seed),
    ]),
  );
  sheets.set("adjudicated", decidedCodes(items, truth, [...sheets.values()]));
  const folder = join(root, "data/validation/sheets");
  await mkdir(folder, { recursive: true });
  for (const [name, codes] of sheets) await writeFile(join(folder, `${name}.csv`), codeSheet(items, codes));
  const coded = sheets.get("coder-1")!.size;
  console.log(`${coded} of ${items.length} items coded by ${sheets.size - 1} invented coders in ${folder}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
