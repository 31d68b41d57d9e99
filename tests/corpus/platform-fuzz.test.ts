import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { captureBytes } from "../../loaders/corpus/capture-file.ts";
import { readInstagram } from "../../loaders/corpus/instagram.ts";
import { readMeltwater } from "../../loaders/corpus/meltwater.ts";
import { type Outcome, reasons } from "../../loaders/corpus/outcome.ts";
import { readTable } from "../../loaders/corpus/table.ts";
import { readTelegramExport } from "../../loaders/corpus/telegram-export.ts";
import { readTelegramPreview } from "../../loaders/corpus/telegram-preview.ts";
import { readVk } from "../../loaders/corpus/vk.ts";
import { readYoutube } from "../../loaders/corpus/youtube.ts";
import { Zone } from "../../loaders/corpus/zoned-time.ts";
import { processorTime } from "../processor-time.ts";
import {
  written as file,
  meltwaterExport,
  messageText,
  previewPage,
  temporaryFolder,
  warc,
} from "./made-captures.ts";
import {
  businessDiscovery,
  comment,
  commentThread,
  commentThreads,
  fourCatHeader,
  fourCatRow,
  graphMedium,
  instaloaderPost,
  telegramExport,
  telegramMessage,
  vkPost,
  wallGet,
  workbook,
  zeeschuimerItem,
} from "./made-platforms.ts";

/** Mutated captures a parser. */
const RUNS = 2000;
/** Longest that one may take, milliseconds of the processor. */
const LONGEST = 1000;

const zone = new Zone("Asia/Almaty");
type Reader = (bytes: Uint8Array) => AsyncGenerator<Outcome>;

const preview = previewPage([
  { id: "kanal/1", inner: messageText('Нужен <b>тьютор</b> <a href="?q=%23x">#x</a>'), views: "37.2K" },
  {
    id: "kanal/2",
    inner: `<a class="tgme_widget_message_reply" href="https://t.me/kanal/1"></a><div class="tgme_widget_message_poll"><div class="tgme_widget_message_poll_question">Есть?</div></div>`,
    meta: "edited ",
  },
  { id: "kanal/3", inner: "x", classes: "service_message" },
]);

/** A well-formed capture: what it says, and how that is packed into a file. */
interface Seed {
  /** Bytes, or records that are written as JSON. */
  readonly inner: Uint8Array | readonly object[];
  readonly pack: (inner: Uint8Array) => Uint8Array;
}

const plain = (inner: Seed["inner"] | string): Seed => ({
  inner: typeof inner === "string" ? Buffer.from(inner) : inner,
  pack: (bytes) => bytes,
});
const inWarc = (inner: Seed["inner"], contentType: string): Seed => ({
  inner,
  pack: (body) => warc([{ uri: "https://t.me/s/kanal", headers: [`Content-Type: ${contentType}`], body }]),
});
const answer = (value: object): Seed => inWarc([value], "application/json");

function written(inner: Seed["inner"]): Uint8Array {
  if (inner instanceof Uint8Array) return inner;
  return Buffer.from(inner.map((record) => `${JSON.stringify(record)}\n`).join(""));
}

const mappedCsv =
  'item_id,data.taken_at,data.caption.text,data.user.username,data.like_count\n1,1677570473,"a, ""b""\nc",u,5\n2,1677570473,x,u,\n';

/** A few of each kind, from which the mutated captures are made. */
const parsers: Readonly<Record<string, { read: Reader; seeds: readonly Seed[] }>> = {
  "telegram-preview": {
    read: (bytes) => readTelegramPreview(once(bytes)),
    seeds: [plain(preview), inWarc(Buffer.from(preview), "text/html; charset=utf-8")],
  },
  "telegram-export": {
    read: (bytes) => readTelegramExport(once(bytes), zone),
    seeds: [
      plain([
        JSON.parse(
          telegramExport([
            telegramMessage({ text: ["a", { type: "bold", text: "b" }] }),
            telegramMessage({ text: "", poll: { question: "q", answers: [{ text: "a" }] } }),
            telegramMessage({ reactions: [{ count: 3 }], date_unixtime: undefined }),
            telegramMessage({ type: "service" }),
          ]),
        ) as object,
      ]),
      plain(telegramExport([telegramMessage(), telegramMessage({ id: 13 })])),
      plain([{ chats: { list: [JSON.parse(telegramExport([telegramMessage()])) as object] } }]),
    ],
  },
  instagram: {
    read: (bytes) => readInstagram(once(bytes), "x"),
    seeds: [
      plain([zeeschuimerItem(), zeeschuimerItem({ caption: null }), instaloaderPost()]),
      plain(JSON.stringify(instaloaderPost(), null, 4)),
      plain(`${fourCatHeader}\n${fourCatRow()}\n${fourCatRow({ id: "B" })}\n`),
      answer(businessDiscovery([graphMedium(), graphMedium({ permalink: "x" })])),
    ],
  },
  vk: {
    read: (bytes) => readVk(once(bytes)),
    seeds: [
      answer(wallGet([vkPost(), vkPost({ text: "", copy_history: [{ text: "x" }] })])),
      plain(JSON.stringify(wallGet([vkPost()]), null, 2)),
    ],
  },
  youtube: {
    read: (bytes) => readYoutube(once(bytes)),
    seeds: [answer(commentThreads([commentThread("a", [comment("a.b")]), comment("c")]))],
  },
  "table (CSV)": { read: (bytes) => readMapped("csv", bytes), seeds: [plain(mappedCsv)] },
  "table (NDJSON)": {
    read: (bytes) => readMapped("ndjson", bytes),
    seeds: [plain([zeeschuimerItem(), zeeschuimerItem({ caption: null })])],
  },
  "table (JSON)": {
    read: (bytes) => readMapped("json", bytes),
    seeds: [plain(JSON.stringify([zeeschuimerItem(), zeeschuimerItem({ like_count: 5 })]))],
  },
  meltwater: {
    read: (bytes) => readMeltwater(once(bytes), { name: "x", zone }),
    seeds: [
      plain(meltwaterExport([{ url: "https://n.example/1" }, { headline: '"q"' }, { date: "" }])),
      plain("Date,Title,URL\n2023-05-31,T,https://n.example/1\n31-May-23,T,https://n.example/2\n"),
      plain(
        workbook([
          ["Date", "Headline", "URL"],
          ["31-May-2023 11:05PM", "T", "https://n.example/1"],
          [{ day: 45_077.5 }, "T", "https://n.example/2"],
        ]),
      ),
    ],
  },
};

const folder = temporaryFolder();

/** A table is read from a file, since Parquet is; its mapping is Zeeschuimer's, or a CSV's of the same names. */
function readMapped(format: "csv" | "ndjson" | "json", bytes: Uint8Array): AsyncGenerator<Outcome> {
  return readTable(file(folder, "table", bytes), {
    name: "x",
    format,
    columns: {
      native_id: "item_id",
      published_at: { from: "data.taken_at", format: "unix-seconds" },
      text: "data.caption.text",
      source: "data.user.username",
      likes: "data.like_count",
    },
    zone,
    connection: undefined as never,
  });
}

function once(bytes: Uint8Array) {
  return captureBytes(
    (async function* () {
      yield bytes;
    })(),
  );
}

/** One change of a capture: its end or a piece cut, bytes overwritten, doubled, put in, moved or flipped. */
const change = fc.record({
  /** Where, in ten thousandths of the capture. */
  at: fc.noBias(fc.nat(9999)),
  length: fc.nat(200),
  what: fc.constantFrom("end", "cut", "overwrite", "double", "insert", "move", "flip"),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 20 }),
    fc
      .constantFrom(
        ...['"', "\\", "{", "[", "]", "}", ",", ":", "null", "-1", "1e999", "true", "<", "</div>", "<!--"],
        ...["\n", "\t", "\u0000", "\ud800", "\ufeff", "&#0;", '"__proto__":', "5/6/2023", "9".repeat(40)],
        ...["[".repeat(500), "<div>".repeat(500), '{"a":'.repeat(300), "Content-Length: 1\r\n", "\r\n\r\n"],
      )
      .map((text) => Uint8Array.from(Buffer.from(text))),
  ),
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function changed(bytes: Uint8Array, { at, length, what, bytes: other }: Change): Uint8Array {
  const place = Math.floor((at / 10_000) * bytes.length);
  const before = bytes.subarray(0, place);
  const piece = bytes.subarray(place, place + length);
  const after = bytes.subarray(place + length);
  switch (what) {
    case "end":
      return before;
    case "cut":
      return Buffer.concat([before, after]);
    case "overwrite":
      return Buffer.concat([before, other, bytes.subarray(place + other.length)]);
    case "double":
      return Buffer.concat([before, piece, piece, after]);
    case "insert":
      return Buffer.concat([before, other, bytes.subarray(place)]);
    case "move":
      return Buffer.concat([after, piece, before]);
    case "flip":
      return Buffer.concat([before, piece.map((byte) => byte ^ (1 << (length % 8))), after]);
  }
}

/** Values that may stand in a JSON record where another is expected. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(null, "", " ", -1, 1e300, 0.5, true, [], {}, [[]], "\ud800", "x".repeat(3000), [
    null,
  ]),
);

/** The record with the value at one of its places (counted through the tree) another. */
function swapped(value: unknown, swap: { place: number; by: unknown }): unknown {
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const copy: unknown = structuredClone(value);
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const key of Object.keys(node)) {
      const holder = node as Record<string, unknown>;
      places.push({ holder, key });
      walk(holder[key]);
    }
  };
  walk(copy);
  const found = places[swap.place % Math.max(1, places.length)];
  if (found !== undefined) found.holder[found.key] = swap.by;
  return copy;
}

/** A capture with values swapped in its records, bytes changed inside its packing, or over all of it. */
const mutation = fc.record({
  swaps: fc.array(fc.record({ place: fc.noBias(fc.nat(200)), by: odd }), { maxLength: 3 }),
  inside: fc.array(change, { maxLength: 2 }),
  over: fc.array(change, { maxLength: 2 }),
  level: fc.constantFrom("swaps", "inside", "over", "all"),
  isGzip: fc.boolean(),
});

function mutated(seed: Seed, { swaps, inside, over, level, isGzip }: Mutation): Uint8Array {
  const at = (name: string) => level === name || level === "all";
  const { inner } = seed;
  const records =
    inner instanceof Uint8Array || !at("swaps")
      ? inner
      : inner.map((record) => swaps.reduce<unknown>(swapped, record) as object);
  const body = (at("inside") ? inside : []).reduce(changed, written(records));
  const file = (at("over") ? over : []).reduce(changed, seed.pack(body));
  return isGzip ? gzipSync(file) : file;
}
type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

describe(`each platform's parser, given ${RUNS} mutated captures`, () => {
  it.each(Object.entries(parsers))(
    "%s: gives posts or rejects, in time, without throwing",
    async (_, { read, seeds }) => {
      let posts = 0;
      let slowest = 0;
      const capture = fc.tuple(fc.constantFrom(...seeds), mutation);
      await fc.assert(
        fc.asyncProperty(capture, async ([seed, how]) => {
          const bytes = mutated(seed, how);
          const started = processorTime();
          let count = 0;
          for await (const outcome of read(bytes)) {
            count += 1;
            checkOutcome(outcome);
            if (outcome.kind === "post") posts += 1;
          }
          slowest = Math.max(slowest, processorTime() - started);
          expect(slowest).toBeLessThan(LONGEST);
          expect(count).toBeGreaterThan(0);
        }),
        { numRuns: RUNS, seed: 20_230_531 },
      );
      // Most mutated captures still hold posts: the changes break records more often than files.
      expect(posts).toBeGreaterThan(RUNS / 2);
    },
    180_000,
  );
});

function checkOutcome(outcome: Outcome): void {
  expect(outcome.record).toMatch(/^\d+(?:\.\d+)?$/u);
  if (outcome.kind === "reject") {
    expect(Object.keys(reasons)).toContain(outcome.reason);
    expect(outcome.detail).not.toBe("");
    return;
  }
  expect(outcome.nativeId).not.toBe("");
  expect(typeof outcome.text).toBe("string");
  expect(Number.isSafeInteger(outcome.publishedAt)).toBe(true);
  for (const count of [outcome.views, outcome.likes, outcome.comments, outcome.shares]) {
    if (count !== undefined) expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
  }
}
