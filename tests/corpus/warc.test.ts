import { existsSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openCapture } from "../../loaders/corpus/capture-file.ts";
import { type Page, readPages } from "../../loaders/corpus/pages.ts";
import { readWarc } from "../../loaders/corpus/warc.ts";
import { gathered, inPieces, randomNumbers, warc, warcGz, warcRecord } from "./made-captures.ts";

const records = Array.from({ length: 8 }, (_, index) => ({
  uri: `https://site.example/${index}`,
  body: `<html><body><p>Page ${index} ${"words ".repeat(200 * index)}</p></body></html>`,
}));

async function pagesOf(bytes: Uint8Array, piece?: number) {
  const items = await gathered(readPages(inPieces(bytes, piece)));
  return {
    pages: items.filter((item): item is Page => item.kind === "page"),
    reasons: items.flatMap((item) => (item.kind === "reject" ? [item.reason] : [])),
  };
}

describe("a WARC file", () => {
  it.each([13, 1000, 65_536])("gives its pages, read in pieces of %d", async (piece) => {
    for (const bytes of [warc(records), warcGz(records), gzipSync(warc(records))]) {
      const { pages, reasons } = await pagesOf(bytes, piece);
      expect(pages.map(({ text }) => text)).toEqual(records.map(({ body }) => body));
      expect(pages.map(({ record, uri }) => [record, uri])).toEqual(
        records.map(({ uri }, index) => [index + 1, uri]),
      );
      expect(pages[0]!.capturedAt).toBe(Date.UTC(2023, 5, 2, 8));
      expect(reasons).toEqual([]);
    }
  });

  it("cut anywhere keeps the records before the cut, and says that it is cut", async () => {
    const random = randomNumbers(11);
    for (const [make, whole] of [
      [warcRecord, warc(records)] as const,
      [(record: (typeof records)[0]) => gzipSync(warcRecord(record)), warcGz(records)] as const,
    ]) {
      const ends = records.map((_, index) =>
        records.slice(0, index + 1).reduce((sum, record) => sum + make(record).length, 0),
      );
      for (let round = 0; round < 50; round += 1) {
        const cut = 1 + Math.floor(random() * (whole.length - 1));
        const { pages, reasons } = await pagesOf(whole.subarray(0, cut));
        const complete = ends.filter((end) => end <= cut).length;
        expect(pages.length, `cut at ${cut}`).toBeGreaterThanOrEqual(complete);
        expect(pages.map(({ text }) => text)).toEqual(records.slice(0, pages.length).map(({ body }) => body));
        // The four bytes that end a record may be missing: the page itself is whole.
        if (pages.length === complete && !ends.includes(cut))
          expect(reasons, `cut at ${cut}`).toHaveLength(1);
      }
    }
  });

  it.each([-20, 20])("loses a record whose length is wrong by %d bytes, no other", async (wrong) => {
    const written = warcRecord(records[1]!).toString("latin1");
    const broken = written.replace(
      /Content-Length: (\d+)/u,
      (_, length) => `Content-Length: ${Number(length) + wrong}`,
    );
    const { pages, reasons } = await pagesOf(
      Buffer.concat([warcRecord(records[0]!), Buffer.from(broken, "latin1"), warc(records.slice(2))]),
    );
    expect(reasons).toEqual(["malformed-warc"]);
    expect(pages.map(({ uri }) => uri)).toEqual(
      records.filter((_, index) => index !== 1 && !(wrong > 0 && index === 2)).map(({ uri }) => uri),
    );
  });

  it.each([
    [
      "a header without an end",
      Buffer.from(`WARC/1.0\r\n${"X-Header: y\r\n".repeat(200_000)}`),
      "malformed-warc",
    ],
    ["a length that is no number", Buffer.from("WARC/1.0\r\nContent-Length: -5\r\n\r\nx"), "malformed-warc"],
    ["no WARC at all", Buffer.from("filedesc://x.arc 0.0.0.0 20140216 text/plain 75\r\n\r\n"), "not-warc"],
    ["zeros", Buffer.alloc(5_000_000), "not-warc"],
  ])("with %s is refused with a reason", async (_, bytes, reason) => {
    expect((await pagesOf(bytes, 65_536)).reasons).toEqual([reason]);
  });

  it("gives errors and unchanged pages as rejects, and passes over requests", async () => {
    const { pages, reasons } = await pagesOf(
      warc([
        { uri: "https://site.example/", type: "request", body: "GET / HTTP/1.1\r\n\r\n" },
        { uri: "https://site.example/", status: "404 Not Found", body: "gone" },
        { uri: "https://site.example/", type: "revisit", body: "HTTP/1.1 200 OK\r\n\r\n" },
        { uri: "https://site.example/", type: "resource", body: "<p>kept</p>" },
      ]),
    );
    expect(reasons).toEqual(["http-error", "revisit"]);
    expect(pages.map(({ text }) => text)).toEqual(["<p>kept</p>"]);
  });

  it("may hold chunked and compressed bodies, and old encodings", async () => {
    const gzip = gzipSync("<p>мектеп</p>");
    const chunked = Buffer.concat([
      Buffer.from(`${gzip.length.toString(16)}\r\n`),
      gzip,
      Buffer.from("\r\n0\r\n\r\n"),
    ]);
    const { pages, reasons } = await pagesOf(
      warc([
        {
          uri: "https://a.example/",
          headers: ["Transfer-Encoding: chunked", "Content-Encoding: gzip"],
          body: chunked,
        },
        { uri: "https://a.example/", headers: ["Transfer-Encoding: chunked"], body: "<p>not chunked</p>" },
        {
          uri: "https://a.example/",
          headers: ["Content-Type: text/html; charset=windows-1251"],
          body: Buffer.from([0x3c, 0xf8, 0xea]),
        },
        { uri: "https://a.example/", headers: ["Transfer-Encoding: chunked"], body: "5\r\nabcde\r\nzz\r\n" },
      ]),
    );
    expect(pages.map(({ text }) => text)).toEqual(["<p>мектеп</p>", "<p>not chunked</p>", "<шк"]);
    expect(reasons).toEqual(["malformed-page"]);
  });
});

describe.skipIf(!existsSync("../shared/data/warc"))(
  "the files of warcio's own tests (../shared/data/warc)",
  () => {
    const folder = "../shared/data/warc";
    const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.w?arc/u.test(name)) : [];
    /** Records by the lines that begin with a WARC version, counted in the files; reasons by reading them. */
    const expected: Record<string, [entries: number, reasons: string[]]> = {
      "bad.arc": [0, ["not-warc"]],
      "example-bad-non-chunked.warc.gz": [6, []],
      "example-bad.warc.gz.bad": [6, []],
      "example-digest.warc": [4, []],
      "example-iana.org-chunked.warc": [3, []],
      "example-resource.warc.gz": [3, []],
      "example-space-in-target-uri.warc.gz": [2, []],
      "example-space-in-url.arc": [0, ["not-warc"]],
      // Its response is two bytes longer than its Content-Length.
      "example-trunc.warc": [3, ["malformed-warc"]],
      "example-wget-bad-target-uri.warc.gz": [6, []],
      "example-wrong-chunks.warc.gz": [2, []],
      "example.arc": [0, ["not-warc"]],
      "example.arc.gz": [0, ["not-warc"]],
      "example.warc": [6, []],
      "example.warc.gz": [6, []],
      "post-test.warc.gz": [6, []],
    };

    it("are all known here", () => expect(files).toEqual(Object.keys(expected)));

    it.each(files)("%s is read or refused with a reason", { timeout: 5000 }, async (name) => {
      const items = await gathered(readWarc(openCapture(`${folder}/${name}`)));
      const reasons = items.flatMap((item) => (item.kind === "reject" ? [item.reason] : []));
      expect([items.filter(({ kind }) => kind === "entry").length, reasons]).toEqual(expected[name]);
      await gathered(readPages(openCapture(`${folder}/${name}`)));
    });
  },
);
