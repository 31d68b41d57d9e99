/**
 * Posts a second from a Meltwater export of 100,000 rows to posts.parquet. Run by itself:
 * `npx tsx tests/bench/corpus-meltwater.ts [rows]`.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { openCapture } from "../../loaders/corpus/capture-file.ts";
import { readMeltwater } from "../../loaders/corpus/meltwater.ts";
import { mergeCaptures } from "../../loaders/corpus/merge.ts";
import { parseCaptures } from "../../loaders/corpus/parse.ts";
import { Zone } from "../../loaders/corpus/zoned-time.ts";
import { meltwaterExport, randomNumbers } from "../corpus/made-captures.ts";

const rows = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), "bench-corpus-"));
const random = randomNumbers(1);
const words = Array.from({ length: 3000 }, () =>
  Array.from({ length: 3 + Math.floor(random() * 8) }, () =>
    String.fromCharCode(0x430 + Math.floor(random() * 32)),
  ).join(""),
);
const text = (count: number) =>
  Array.from({ length: count }, () => words[Math.floor(random() ** 2 * words.length)]!).join(" ");
const two = (value: number) => String(value).padStart(2, "0");
const made = Array.from({ length: rows }, (_, index) => ({
  date: `${two(1 + (index % 28))}-May-2023 ${two(1 + (index % 12))}:${two(index % 60)}PM`,
  url: `https://site${index % 500}.example/${index}`,
  headline: text(8),
  opening: text(30),
  hit: text(12),
}));
const file = join(folder, "export.csv.gz");
writeFileSync(file, gzipSync(meltwaterExport(made)));
console.log(`${rows} rows, ${(statSync(file).size / 1e6).toFixed(1)} MB gzipped`);

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const memory = process.memoryUsage.rss() / 1e6;
  console.log(
    `${name}: ${seconds.toFixed(2)} s, ${Math.round(rows / seconds)} posts/s, rss ${memory.toFixed(0)} MB`,
  );
}

const outputs = (name: string) => ({
  posts: join(folder, `${name}posts.parquet`),
  rejects: join(folder, `${name}rejects.parquet`),
  replaced: join(folder, `${name}replaced.json`),
});
await timed("read alone", async () => {
  for await (const _ of readMeltwater(openCapture(file), { name: "x", zone: new Zone("Asia/Almaty") }));
});
const entry = { id: "m", kind: "meltwater", files: ["x"], corpus: "public", scope: "general" } as const;
const params = {
  entry,
  timeZone: "Asia/Almaty",
  platforms: [{ id: "news", hosts: ["*"] }],
  organisations: [],
  key: "",
};
await timed("parse to a partition", () =>
  parseCaptures({ params, home: folder, files: [file], pseudonymKey: "bench" }, outputs("m.")),
);
const window = { from: "2023-01-01", to: "2023-12-31" };
await timed("merge", () =>
  mergeCaptures(
    { params: { captures: ["m"], window, stories: { threshold: 0.4 } }, partitions: [outputs("m.")] },
    outputs(""),
  ),
);
rmSync(folder, { recursive: true });
