/**
 * Most memory that matching a text takes, as a process of its own: `memory-of.ts QUERY UNIT TIMES BEFORE`; the text is
 * BEFORE and then UNIT so many times. Prints the bytes of the text in UTF-16 and those by which the process grew, at
 * most, while the text was matched three times; and the steps of that.
 */
import { compileQueries } from "../../loaders/query/compile-queries.ts";
import { parseQuery } from "../../loaders/query/parse.ts";

const [query, unit, times, before] = process.argv.slice(2) as [string, string, string, string];
const matcher = compileQueries([parseQuery(query)]);
// What the compiler of JavaScript and first calls take is not the text's.
for (let i = 0; i < 200; i++) matcher.matching({ text: before + unit.repeat(100) });
const text = Buffer.from(before + unit.repeat(Number(times)), "utf16le").toString("utf16le");
const stepsBefore = matcher.steps;
const held = process.resourceUsage().maxRSS;
const matched: number[][] = [];
for (let i = 0; i < 3; i++) matched.push(matcher.matching({ text }));
const grown = (process.resourceUsage().maxRSS - held) * 1024;
console.log(JSON.stringify({ matched, text: text.length * 2, steps: matcher.steps - stepsBefore, grown }));
