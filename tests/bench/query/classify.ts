/** Ours, as a process of its own so that its memory can be measured: `classify.ts POSTS STUDY OUT`. */
import { readFileSync } from "node:fs";
import { openDatabase } from "../../../loaders/parquet/database.ts";
import { readAhead } from "../../../loaders/parquet/read-ahead.ts";
import { literal } from "../../../loaders/parquet/sql-text.ts";
import { ParquetWriter } from "../../../loaders/parquet/write.ts";
import { compileQueries } from "../../../loaders/query/compile-queries.ts";
import { parseQuery } from "../../../loaders/query/parse.ts";
import { type Asked, written } from "./study.ts";

const [posts, study, out] = process.argv.slice(2) as [string, string, string];
const begun = performance.now();
const asked: Asked[] = JSON.parse(readFileSync(study, "utf8"));
const matcher = compileQueries(asked.map((one) => parseQuery(written(one))));
const database = await openDatabase({ spill: `${out}.read.spill` });
const writer = await ParquetWriter.open(
  ["post", "query"].map((name) => ({ name, type: "INTEGER", nullable: false, unit: "", meaning: name })),
  `${out}.spill`,
);
const result = await database.connection.stream(`select post, text from read_parquet(${literal(posts)})`);
for await (const chunk of readAhead(result)) {
  const [ids, texts] = chunk.getColumns() as [number[], string[]];
  for (let i = 0; i < ids.length; i++) {
    for (const query of matcher.matching({ text: texts[i]! })) writer.append([ids[i]!, query]);
  }
}
database.close();
await writer.finish(out);
const seconds = (performance.now() - begun) / 1000;
console.log(JSON.stringify({ seconds, kilobytes: process.resourceUsage().maxRSS }));
