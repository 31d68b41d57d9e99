import { expect, onTestFinished, test } from "vitest";
import type { CollectSource } from "../../loaders/study/collecting.ts";
import { heldPosts, index, quickClock, records, run, temporaryHome } from "./collecting.ts";
import { localNetwork, type Platforms, startPlatforms, telegramAnswers } from "./platforms.ts";

const channel: CollectSource = {
  id: "river",
  collector: "telegram",
  account: "riverwatch",
  capture: "telegram",
};

async function telegramOf(channels: Record<string, number>): Promise<Platforms> {
  const platforms = await startPlatforms(telegramAnswers(channels));
  onTestFinished(platforms.close);
  return platforms;
}

test("pages back over 3,000 posts, each held once, with robots.txt asked once", async () => {
  const platforms = await telegramOf({ riverwatch: 3000 });
  const home = temporaryHome();
  const { connect } = localNetwork(platforms.port);
  const [report] = await run({ home, sources: [channel], options: { connect } });
  expect(report).toMatchObject({ state: "done", fresh: 150, unchanged: 0, failures: {} });
  // 150 pages, and robots.txt.
  expect(report!.requested).toBe(151);
  expect(platforms.asked[0]).toBe("t.me/robots.txt");
  expect(platforms.asked[1]).toBe("t.me/s/riverwatch");
  expect(platforms.asked[2]).toBe("t.me/s/riverwatch?before=2981");
  const posts = await heldPosts(home, "river");
  expect(posts.size).toBe(3000);
  expect(new Set(posts.values())).toEqual(new Set([1]));
  expect(report!.span).toEqual({ first: "2021-05-11", last: "2023-05-31", gaps: [] });
});

test("a second collection with nothing new makes one conditional request and writes no body", async () => {
  const platforms = await telegramOf({ riverwatch: 200 });
  const home = temporaryHome();
  const { connect } = localNetwork(platforms.port);
  await run({ home, sources: [channel], options: { connect } });
  const before = await records(home, "raw/collected/river/*.warc.gz");
  platforms.asked.length = 0;
  const [report] = await run({ home, sources: [channel], options: { connect } });
  expect(report).toMatchObject({ state: "done", requested: 1, fresh: 0, unchanged: 1 });
  expect(platforms.asked).toEqual(["t.me/s/riverwatch"]);
  expect(platforms.conditional).toEqual(["t.me/s/riverwatch"]);
  expect(await records(home, "raw/collected/river/*.warc.gz")).toEqual(before);
  const visits = (await records(home, "raw/collected/river/visits/*.warc.gz")).map(({ type, block }) => [
    type,
    Buffer.from(block).toString().split("\r\n\r\n")[1],
  ]);
  expect(visits).toEqual([
    ["warcinfo", undefined],
    ["request", ""],
    ["revisit", ""],
  ]);
});

test("a page without validators that comes again as it was is a revisit without a body", async () => {
  const body = (await import("./platforms.ts")).channelPage("riverwatch", 5, undefined);
  const platforms = await startPlatforms((request, response) => {
    if (request.url === "/robots.txt") response.writeHead(404).end();
    else response.writeHead(200, { "Content-Type": "text/html" }).end(body);
  });
  onTestFinished(platforms.close);
  const home = temporaryHome();
  const { connect } = localNetwork(platforms.port);
  await run({ home, sources: [channel], options: { connect } });
  const [report] = await run({ home, sources: [channel], options: { connect } });
  expect(report).toMatchObject({ fresh: 0, unchanged: 1 });
  expect(await heldPosts(home, "river")).toEqual(
    new Map([1, 2, 3, 4, 5].map((id) => [`riverwatch/${id}`, 1])),
  );
  expect(index(home, "river").filter((line) => line.includes('"warc/revisit"'))).toHaveLength(1);
});

test("a run with a limit goes on where it stopped, and says what is not held", async () => {
  const platforms = await telegramOf({ riverwatch: 200 });
  const home = temporaryHome();
  const { connect } = localNetwork(platforms.port);
  const [first] = await run({ home, sources: [channel], options: { connect, limit: 4 } });
  expect(first).toMatchObject({ state: "stopped", requested: 4, fresh: 3 });
  expect(first!.span.gaps).toEqual(["posts from 2020-01-01 to 2023-05-16"]);
  platforms.asked.length = 0;
  const [second] = await run({ home, sources: [channel], options: { connect } });
  expect(second).toMatchObject({ state: "done", fresh: 7, unchanged: 1 });
  expect(second!.span.gaps).toEqual([]);
  expect(platforms.asked.slice(0, 2)).toEqual(["t.me/s/riverwatch", "t.me/s/riverwatch?before=141"]);
  expect(new Set((await heldPosts(home, "river")).values())).toEqual(new Set([1]));
});

test("new posts are fetched down to those that are held, and a hole is closed", async () => {
  const channels = { riverwatch: 200 };
  const platforms = await telegramOf(channels);
  const home = temporaryHome();
  const { connect } = localNetwork(platforms.port);
  await run({ home, sources: [channel], options: { connect } });
  channels.riverwatch = 260;
  platforms.asked.length = 0;
  const [limited] = await run({ home, sources: [channel], options: { connect, limit: 1 } });
  expect(limited!.span.gaps).toEqual(["posts between 2023-05-31 and 2023-05-26"]);
  await run({ home, sources: [channel], options: { connect } });
  expect(platforms.asked).toEqual([
    "t.me/s/riverwatch",
    "t.me/s/riverwatch",
    "t.me/s/riverwatch?before=241",
    "t.me/s/riverwatch?before=221",
  ]);
  expect((await heldPosts(home, "river")).size).toBe(260);
});

test("paging stops at the source's first day", async () => {
  const platforms = await telegramOf({ riverwatch: 3000 });
  const home = temporaryHome();
  const { connect } = localNetwork(platforms.port);
  const sources = [{ ...channel, since: "2023-05-01" }];
  const [report] = await run({ home, sources, options: { connect } });
  expect(report).toMatchObject({ state: "done", fresh: 7 });
  expect(report!.span).toMatchObject({ first: "2023-04-26", gaps: [] });
});

test("one request at a time a host, with a pause between: 2 s and a quarter more at even chance", async () => {
  const platforms = await telegramOf({ riverwatch: 60, lakewatch: 40 });
  const { connect } = localNetwork(platforms.port);
  const clock = quickClock();
  const sources = [channel, { ...channel, id: "lake", account: "lakewatch" }];
  const reports = await run({ home: temporaryHome(), sources, options: { connect, clock } });
  expect(reports.map(({ state, fresh }) => [state, fresh])).toEqual([
    ["done", 3],
    ["done", 2],
  ]);
  expect(platforms.asked.filter((address) => address.endsWith("robots.txt"))).toHaveLength(1);
  expect(clock.slept).toEqual([2500, 2500, 2500, 2500, 2500]);
});

test("a channel without a preview fails with its reason, and stops no other", async () => {
  const platforms = await startPlatforms((request, response) => {
    if (request.url === "/s/closed") response.writeHead(302, { Location: "https://t.me/closed" }).end();
    else telegramAnswers({ riverwatch: 20 })(request, response);
  });
  onTestFinished(platforms.close);
  const { connect } = localNetwork(platforms.port);
  const sources = [{ ...channel, id: "closed", account: "closed" }, channel];
  const [closed, open] = await run({ home: temporaryHome(), sources, options: { connect } });
  expect(closed).toMatchObject({
    state: "failed",
    reason: "found a redirect to https://t.me/closed, expected at most 0",
  });
  expect(open).toMatchObject({ state: "done", fresh: 1 });
});
