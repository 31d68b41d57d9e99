import { createHash } from "node:crypto";
import { createReadStream, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { WARCParser } from "warcio";
import { readCdxjLine, surt } from "../../loaders/collect/cdxj.ts";
import { recordAt } from "../../loaders/collect/segments.ts";
import { sha1 } from "../../loaders/collect/warc-record.ts";
import type { CollectSource } from "../../loaders/study/collecting.ts";
import { heldPosts, index, quickClock, run, temporaryHome } from "./collecting.ts";
import { localNetwork, startPlatforms, telegramAnswers } from "./platforms.ts";

const channel: CollectSource = {
  id: "river",
  collector: "telegram",
  account: "riverwatch",
  capture: "telegram",
};

async function collected(posts: number, segmentBytes?: number) {
  const channels = { riverwatch: posts };
  const platforms = await startPlatforms(telegramAnswers(channels));
  onTestFinished(platforms.close);
  const home = temporaryHome();
  const clock = quickClock();
  const { connect } = localNetwork(platforms.port);
  const again = () =>
    run({ home, sources: [channel], options: { connect, clock, ...(segmentBytes && { segmentBytes }) } });
  await again();
  return { home, again, channels, platforms, clock, folder: join(home, "raw/collected/river") };
}

test("another reader (warcio) finds every record, in a gzip member of its own, with true digests", async () => {
  const { folder } = await collected(60);
  const file = join(folder, "river-00001.warc.gz");
  const parser = new WARCParser(createReadStream(file));
  const found: string[] = [];
  const ids = new Set<string>();
  for await (const record of parser) {
    const body = Buffer.from(await record.readFully(false));
    found.push(`${record.warcType} ${record.warcTargetURI ?? ""}`.trim());
    ids.add(String(record.warcHeader("WARC-Record-ID")));
    if (record.warcType === "response") {
      expect(record.httpHeaders?.statusCode).toBe(200);
      expect(record.warcPayloadDigest).toBe(sha1(body));
    }
  }
  expect(found).toEqual([
    "warcinfo",
    ...["", "?before=41", "?before=21"].flatMap((query) => [
      `request https://t.me/s/riverwatch${query}`,
      `response https://t.me/s/riverwatch${query}`,
    ]),
  ]);
  expect(ids.size).toBe(7);
});

test("the request says who asks, for what study, and whom to write to", async () => {
  const { folder } = await collected(5);
  const entry = readCdxjLine(index(join(folder, "../../.."), "river")[0]!)!;
  expect(entry.status).toBe(200);
  const bytes = readFileSync(join(folder, "river-00001.warc.gz"));
  const { gunzipSync } = await import("node:zlib");
  expect(gunzipSync(bytes).toString()).toContain(
    "User-Agent: Tyndau/0.1 (listening study river-water; contact: team@example.org)",
  );
});

test("the index is sorted, and each line leads to its record", async () => {
  const { home, folder } = await collected(60);
  const lines = index(home, "river");
  expect(lines).toEqual([...lines].sort());
  expect(lines[0]).toMatch(/^me,t\)\/s\/riverwatch 20230605080002 \{"url":"https:\/\/t\.me\/s\/riverwatch",/);
  for (const line of lines) {
    const entry = readCdxjLine(line)!;
    const record = recordAt(folder, entry)!;
    expect(record.fields.get("warc-target-uri")).toBe(entry.url);
    expect(record.fields.get("warc-type")).toBe("response");
    const body = record.block.subarray(record.block.indexOf("\r\n\r\n") + 4);
    expect(entry.digest).toBe(sha1(body));
  }
});

test("a full file is closed and never written again", async () => {
  const { home, folder, again, channels } = await collected(200, 4_000);
  const files = () => readdirSync(folder).filter((name) => name.endsWith(".warc.gz"));
  const digests = () =>
    files().map((name) =>
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    );
  const before = digests();
  expect(before.length).toBeGreaterThan(3);
  for (const name of files().slice(0, -1)) expect(statSync(join(folder, name)).size).toBeLessThan(12_000);
  channels.riverwatch = 300;
  await again();
  expect(digests().slice(0, before.length - 1)).toEqual(before.slice(0, -1));
  expect((await heldPosts(home, "river")).size).toBe(300);
});

test("a file broken within is left as it is; a new one is begun", async () => {
  const { home, folder, again, channels } = await collected(60);
  const { writeFileSync, rmSync } = await import("node:fs");
  const file = join(folder, "river-00001.warc.gz");
  const bytes = readFileSync(file);
  const end = readCdxjLine(index(home, "river")[0]!)!;
  bytes.fill(0, end.offset + end.length + 40, end.offset + end.length + 80);
  writeFileSync(file, bytes);
  rmSync(join(folder, "river.cdxj"));
  channels.riverwatch = 61;
  const [report] = await again();
  expect(report!.state).toBe("done");
  expect(readFileSync(file).equals(bytes)).toBe(true);
  expect(readdirSync(folder)).toContain("river-00002.warc.gz");
});

test("robots.txt is asked for again after a day, conditionally", async () => {
  const { again, platforms, clock } = await collected(5);
  platforms.asked.length = 0;
  await again();
  expect(platforms.asked).toEqual(["t.me/s/riverwatch"]);
  await clock.sleep(25 * 3_600_000);
  platforms.asked.length = 0;
  await again();
  expect(platforms.asked).toEqual(["t.me/robots.txt", "t.me/s/riverwatch"]);
});

test("addresses sort by host from the right", () => {
  expect(surt("https://www.News.example:8443/A/b?z=1&a=2")).toBe("example,news,www:8443)/a/b?a=2&z=1");
});
