import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { reportLines } from "../../loaders/collect/source-report.ts";
import { glob } from "../../loaders/pipeline/glob.ts";
import type { CollectSource } from "../../loaders/study/collecting.ts";
import { records, run, temporaryHome } from "./collecting.ts";
import { type Answering, localNetwork, startPlatforms } from "./platforms.ts";

const KEY = "secret-token/123+abc=";
const START = Date.UTC(2023, 4, 31) / 1000;
/** Post 0 is the newest; one a day. */
const secondsOf = (post: number) => START - post * 86_400;
const isoOf = (post: number) => new Date(secondsOf(post) * 1000).toISOString();
const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

interface Api {
  readonly source: CollectSource;
  readonly environment: Record<string, string>;
  /** The page that a request asks for, of so many posts. */
  readonly page: (url: URL, posts: number) => unknown;
  readonly tokenEnded: { status: number; body: unknown };
  readonly ids: (body: string) => string[];
  readonly pageSize: number;
}

const apis: Record<string, Api> = {
  instagram: {
    source: { id: "ig", collector: "instagram", account: "riverwatch", capture: "instagram" },
    environment: { TYNDAU_INSTAGRAM_TOKEN: KEY, TYNDAU_INSTAGRAM_USER: "178414" },
    page(url, posts) {
      const after = Number(/after\(c(\d+)\)/u.exec(url.searchParams.get("fields") ?? "")?.[1] ?? 0);
      const end = Math.min(posts, after + 50);
      const data = range(after, end).map((post) => ({
        id: `id${post}`,
        timestamp: isoOf(post).replace(".000Z", "+0000"),
        caption: "words",
      }));
      const paging =
        end < posts ? { cursors: { after: `c${end}` }, next: `https://x/?access_token=${KEY}` } : {};
      return { business_discovery: { media: { data, paging } }, id: "178414" };
    },
    tokenEnded: { status: 400, body: { error: { code: 190, message: `Session of ${KEY} has expired` } } },
    ids: (body) => [...body.matchAll(/"(id\d+)"/gu)].map(([, id]) => id!),
    pageSize: 50,
  },
  vk: {
    source: { id: "wall", collector: "vk", account: "riverwatch", capture: "vk" },
    environment: { TYNDAU_VK_TOKEN: KEY },
    page(url, posts) {
      const offset = Number(url.searchParams.get("offset") ?? 0);
      const items = range(offset, Math.min(posts, offset + 100)).map((post) => ({
        id: `id${post}`,
        date: secondsOf(post),
      }));
      return { response: { count: posts, items } };
    },
    tokenEnded: { status: 200, body: { error: { error_code: 5, error_msg: "User authorization failed" } } },
    ids: (body) => [...body.matchAll(/"(id\d+)"/gu)].map(([, id]) => id!),
    pageSize: 100,
  },
  youtube: {
    source: { id: "tube", collector: "youtube", account: "UC0123456789012345678901", capture: "youtube" },
    environment: { TYNDAU_YOUTUBE_KEY: KEY },
    page(url, posts) {
      const from = Number((url.searchParams.get("pageToken") ?? "t0").slice(1));
      const end = Math.min(posts, from + 100);
      const items = range(from, end).map((post) => ({
        id: `id${post}`,
        snippet: { topLevelComment: { snippet: { publishedAt: isoOf(post) } } },
      }));
      return { items, ...(end < posts && { nextPageToken: `t${end}` }) };
    },
    tokenEnded: { status: 400, body: { error: { errors: [{ reason: "keyExpired" }] } } },
    ids: (body) => [...body.matchAll(/"(id\d+)"/gu)].map(([, id]) => id!),
    pageSize: 100,
  },
};

async function start(
  api: Api,
  posts: { count: number },
  special: (url: URL) => Answering | undefined = () => undefined,
) {
  const platforms = await startPlatforms((request, response) => {
    const url = new URL(request.url ?? "", "https://api.example");
    expect([url.searchParams.get("access_token"), url.searchParams.get("key")]).toContain(KEY);
    const other = special(url);
    if (other) return other(request, response);
    response
      .writeHead(200, { "Content-Type": "application/json" })
      .end(JSON.stringify(api.page(url, posts.count)));
  });
  onTestFinished(platforms.close);
  const home = temporaryHome();
  const { connect } = localNetwork(platforms.port);
  return {
    home,
    platforms,
    collect: async (environment = api.environment, limit?: number) =>
      (
        await run({ home, sources: [api.source], environment, options: { connect, ...(limit && { limit }) } })
      )[0]!,
  };
}

async function heldIds(home: string, api: Api): Promise<string[]> {
  const kept = await records(home, `raw/collected/${api.source.id}/*.warc.gz`);
  return kept
    .filter(({ type }) => type === "response")
    .flatMap(({ block }) => api.ids(Buffer.from(block).toString()));
}

test.each(Object.entries(apis))(
  "%s: pages to the end, then asks once; goes on after a limit",
  async (_name, api) => {
    const posts = { count: 230 };
    const { collect, home } = await start(api, posts);
    const pages = Math.ceil(230 / api.pageSize);
    expect(await collect(api.environment, 2)).toMatchObject({ state: "stopped", fresh: 2 });
    // No validators here: the newest page comes again, and stands as a revisit.
    expect(await collect()).toMatchObject({
      state: "done",
      requested: pages - 1,
      fresh: pages - 2,
      unchanged: 1,
    });
    const ids = await heldIds(home, api);
    expect(ids).toHaveLength(230);
    expect(new Set(ids).size).toBe(230);
    const again = await collect();
    expect(again).toMatchObject({ state: "done", requested: 1, fresh: 0, unchanged: 1 });
    expect(again.span).toEqual({ first: "2022-10-14", last: "2023-05-31", gaps: [] });
  },
);

test.each(Object.entries(apis))(
  "%s: a token that ends is a pause, and the key stands nowhere",
  async (_name, api) => {
    let asked = 0;
    let isEnded = true;
    const { collect, home } = await start(api, { count: 230 }, () => {
      asked += 1;
      if (asked !== 2 || !isEnded) return undefined;
      const { status, body } = api.tokenEnded;
      return (_request, response) => {
        response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
      };
    });
    const report = await collect();
    expect(report).toMatchObject({ state: "waits", fresh: 1, failures: {} });
    expect(report.reason).toContain(Object.keys(api.environment)[0]);
    expect(reportLines([report]).at(-1)).toContain(`npm run collect -- --source ${api.source.id}`);
    isEnded = false;
    expect(await collect()).toMatchObject({ state: "done" });
    expect(new Set(await heldIds(home, api)).size).toBe(230);
    const files = glob("raw/**", home);
    expect(files.length).toBeGreaterThan(2);
    const texts = files.map((file) => {
      const bytes = readFileSync(join(home, file));
      return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
    });
    const all = `${texts.join("")}${reportLines([report]).join("")}`;
    for (const form of [KEY, encodeURIComponent(KEY), "secret-token"]) expect(all).not.toContain(form);
    expect(all).toContain("REDACTED");
    expect(all).toContain("keys and tokens are replaced by REDACTED");
  },
);

test("without a key a source waits, and says for what", async () => {
  const { collect, platforms } = await start(apis.instagram!, { count: 1 });
  expect(await collect({})).toMatchObject({
    state: "waits",
    reason: "needs TYNDAU_INSTAGRAM_TOKEN and TYNDAU_INSTAGRAM_USER in the environment",
  });
  expect(platforms.asked).toEqual([]);
});

test("instagram: the rate-limit headers are honoured before the platform refuses", async () => {
  const api = apis.instagram!;
  const usage = [{ call_count: 93, total_cputime: 4, total_time: 9 }];
  const { collect } = await start(api, { count: 230 }, (url) => (_request, response) => {
    response
      .writeHead(200, { "X-Business-Use-Case-Usage": JSON.stringify({ "178414": usage }) })
      .end(JSON.stringify(api.page(url, 230)));
  });
  expect(await collect()).toMatchObject({
    state: "waits",
    requested: 1,
    fresh: 1,
    reason: "93 % of the hour's allowance is used; go on in an hour",
  });
});

test("vk: too many calls a second are tried again; a closed wall fails", async () => {
  let asked = 0;
  const error =
    (error_code: number): Answering =>
    (_request, response) => {
      response.writeHead(200).end(JSON.stringify({ error: { error_code, error_msg: "said" } }));
    };
  const api = apis.vk!;
  const fast = await start(api, { count: 3 }, () => (asked++ === 0 ? error(6) : undefined));
  expect(await fast.collect()).toMatchObject({ state: "done", fresh: 1, failures: {} });
  const shut = await start(api, { count: 3 }, () => error(15));
  expect(await shut.collect()).toMatchObject({ state: "failed", reason: "found the error 15 said" });
});

test("posts published between two runs: fetched down to those that are held", async () => {
  const api = apis.youtube!;
  let isLater = false;
  const { collect, home } = await start(api, { count: 150 }, (url) => {
    if (!isLater || url.searchParams.has("pageToken")) return undefined;
    // Twenty newer threads, and the eighty that were the newest before.
    const items = Array.from({ length: 100 }, (_, index) => ({
      id: index < 20 ? `id${index + 900}` : `id${index - 20}`,
      snippet: { topLevelComment: { snippet: { publishedAt: isoOf(index - 20) } } },
    }));
    return (_request, response) => {
      response.writeHead(200).end(JSON.stringify({ items, nextPageToken: "t80" }));
    };
  });
  await collect();
  isLater = true;
  expect(await collect()).toMatchObject({ state: "done", requested: 1, fresh: 1 });
  expect(new Set(await heldIds(home, api)).size).toBe(170);
});
