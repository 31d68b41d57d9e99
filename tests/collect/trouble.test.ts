import { createServer, type Server, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { defaultLimits } from "../../loaders/collect/exchange.ts";
import { reportLines } from "../../loaders/collect/source-report.ts";
import type { CollectSource } from "../../loaders/study/collecting.ts";
import { quickClock, records, run, temporaryHome } from "./collecting.ts";
import { type Answering, closed, give, listening, localNetwork, startPlatforms } from "./platforms.ts";

const LIMITS = { ...defaultLimits, idleMs: 300, totalMs: 3_000 };

const site: CollectSource = {
  id: "news",
  collector: "web",
  url: "https://news.example/feed.xml",
  capture: "web",
};

function feed(...paths: string[]): string {
  const items = paths.map(
    (path) =>
      `<item><title>T</title><link>https://news.example${path}</link><pubDate>Mon, 01 May 2023 10:00:00 +0600</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel>${items.join("")}</channel></rss>`;
}

const article =
  "<html><head><title>T</title></head><body><article>Words of the article.</article></body></html>";

/** Collects a feed of pages from a site whose pages answer as told. */
async function collectPages(
  answers: Readonly<Record<string, Answering>>,
  options: { source?: Partial<CollectSource>; names?: Record<string, readonly string[]> } = {},
) {
  const platforms = await startPlatforms((request, response) => {
    const path = request.url ?? "";
    const answer = answers[path] ?? answers[`${request.headers.host}${path}`];
    if (answer) answer(request, response);
    else if (path === "/feed.xml")
      give(
        request,
        response,
        feed(...Object.keys(answers).filter((name) => name.startsWith("/a"))),
        "text/xml",
      );
    else response.writeHead(404).end();
  });
  onTestFinished(platforms.close);
  const home = temporaryHome();
  const clock = quickClock();
  const { connect, dialled } = localNetwork(platforms.port, options.names);
  const again = async () =>
    (
      await run({
        home,
        sources: [{ ...site, ...options.source }],
        options: { connect, clock, limits: LIMITS },
      })
    )[0]!;
  const report = await again();
  return { report, home, clock, platforms, dialled, again };
}

const ok: Answering = (request, response) => give(request, response, article);

/** Answers in turn, the last for good. */
function inTurn(...answers: Answering[]): Answering {
  let count = 0;
  return (request, response) => answers[Math.min(count++, answers.length - 1)]!(request, response);
}

const busy =
  (status: number, retryAfter?: string): Answering =>
  (_request, response) => {
    response.writeHead(status, retryAfter === undefined ? {} : { "Retry-After": retryAfter }).end("later");
  };

async function keptUrls(home: string): Promise<string[]> {
  const kept = await records(home, "raw/collected/news/*.warc.gz");
  return kept.filter(({ type }) => type === "response").map(({ uri }) => uri);
}

const FEED = "https://news.example/feed.xml";

describe("what passes is tried again", () => {
  test("429 with Retry-After in seconds: waited out, then held", async () => {
    const { report, clock } = await collectPages({ "/a1": inTurn(busy(429, "7"), ok) });
    expect(report).toMatchObject({ state: "done", fresh: 2, failures: {} });
    expect(clock.slept).toContain(7000);
  });

  test("503 with Retry-After as a date: waited out, then held", async () => {
    const { report, clock } = await collectPages({
      "/a1": inTurn(busy(503, "Mon, 05 Jun 2023 08:01:00 GMT"), ok),
    });
    expect(report).toMatchObject({ state: "done", fresh: 2, failures: {} });
    // The clock begins at 08:00; robots.txt and the feed took a pause of 2.5 s each.
    expect(clock.slept).toContain(55_000);
  });

  test("503 without a date: backoff doubles; held at the third try", async () => {
    const { report, clock } = await collectPages({ "/a1": inTurn(busy(503), busy(503), ok) });
    expect(report).toMatchObject({ state: "done", fresh: 2, failures: {} });
    expect(clock.slept.slice(-2)).toEqual([2500, 4000]);
  });

  test("503 for good: given up after four tries, reported, tried again by the next run", async () => {
    const { report, platforms, again } = await collectPages({ "/a1": busy(503), "/a2": ok });
    expect(report).toMatchObject({
      state: "done",
      fresh: 2,
      failures: { "found HTTP status 503 4 times": 1 },
    });
    expect(report.span.gaps).toEqual(["1 listed pages not held"]);
    const before = platforms.asked.length;
    await again();
    expect(platforms.asked.slice(before)).toContain("news.example/a1");
  });

  test("a pause longer than a run should wait: the source waits, and the report says how to go on", async () => {
    const { report } = await collectPages({ "/a1": busy(429, "86400"), "/a2": ok });
    expect(report).toMatchObject({ state: "waits", fresh: 1 });
    expect(reportLines([report]).slice(2)).toEqual([
      "news: waits: news.example asks for a pause (HTTP 429); go on after 2023-06-06T08:00 UTC",
      "news: not held: 2 listed pages not held",
      "1 waiting: news. Go on where they stopped: npm run collect -- --source news",
    ]);
  });

  test("a dropped connection: held at the second try", async () => {
    const drop: Answering = (request) => request.socket.destroy();
    const { report } = await collectPages({ "/a1": inTurn(drop, ok) });
    expect(report).toMatchObject({ state: "done", fresh: 2, failures: {} });
  });

  test("a stall within the body: given up after the silence, held at the second try", async () => {
    const stall: Answering = (_request, response) => {
      response.writeHead(200, { "Content-Type": "text/html", "Content-Length": "1000" });
      response.write("<html>");
    };
    const { report, home } = await collectPages({ "/a1": inTurn(stall, ok) });
    expect(report).toMatchObject({ state: "done", fresh: 2, failures: {} });
    expect(await keptUrls(home)).toEqual([FEED, "https://news.example/a1"]);
  });

  test("a host that answers no more: given up after three pages, not after all", async () => {
    const drop: Answering = (request) => request.socket.destroy();
    const paths = Array.from({ length: 40 }, (_, index) => [`/a${index}`, drop] as const);
    const { report, platforms } = await collectPages(Object.fromEntries(paths));
    expect(report.state).toBe("failed");
    expect(report.reason).toBe("3 requests in a row without an answer; the rest is left for another run");
    // robots.txt, the feed, three pages of four tries.
    expect(platforms.asked).toHaveLength(14);
  });
});

describe("what will not pass is reported, and stops nothing else", () => {
  test("a body shorter than stated: not held", async () => {
    const short: Answering = (_request, response) => {
      response.writeHead(200, { "Content-Type": "text/html", "Content-Length": "1000", Connection: "close" });
      response.write(article);
      response.socket!.end();
    };
    const { report, home } = await collectPages({ "/a1": short, "/a2": ok });
    expect(report.failures).toEqual({ [`found ${article.length} bytes of a body, expected 1000`]: 1 });
    expect(await keptUrls(home)).toEqual([FEED, "https://news.example/a2"]);
  });

  test("a gzip bomb: unfolded no further than the limit, not held", async () => {
    const bomb = gzipSync(Buffer.alloc(LIMITS.unfoldedBytes + 1));
    const give: Answering = (_request, response) => {
      response.writeHead(200, { "Content-Type": "text/html", "Content-Encoding": "gzip" }).end(bomb);
    };
    const { report, home } = await collectPages({ "/a1": give, "/a2": ok });
    expect(report.failures).toEqual({
      "found a compressed body that unfolds to more than 67108864 bytes": 1,
    });
    expect(await keptUrls(home)).toEqual([FEED, "https://news.example/a2"]);
  });

  test("a body without end: left after the limit", async () => {
    const endless: Answering = (_request, response) => {
      response.writeHead(200, { "Content-Type": "text/html" });
      const piece = Buffer.alloc(1 << 20, "a");
      const more = () => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    };
    const { report } = await collectPages({ "/a1": endless, "/a2": ok });
    expect(report.failures).toEqual({ "found a body of more than 33554432 bytes, left unread": 1 });
    expect(report.fresh).toBe(2);
  });

  test("a page of 5 MB, malformed HTML, an empty page: held as they came", async () => {
    const large = `<html>${"<p>слово ".repeat(400_000)}`;
    const broken = "<html><div <p></b><<<article>\u0000 &#xffffff; <table><tr>";
    const { report, home } = await collectPages({
      "/a1": (request, response) => give(request, response, large),
      "/a2": (request, response) => give(request, response, broken),
      "/a3": (request, response) => give(request, response, ""),
    });
    expect(report).toMatchObject({ state: "done", fresh: 4, failures: {} });
    const bodies = (await records(home, "raw/collected/news/*.warc.gz"))
      .filter(({ type }) => type === "response")
      .map(({ block }) =>
        Buffer.from(block)
          .subarray(Buffer.from(block).indexOf("\r\n\r\n") + 4)
          .toString(),
      );
    expect(bodies.slice(1)).toEqual([large, broken, ""]);
    expect(Buffer.byteLength(large)).toBeGreaterThan(5_000_000);
  });

  test("robots.txt that forbids: no request, counted", async () => {
    const { report, platforms } = await collectPages({
      "/robots.txt": (request, response) =>
        give(request, response, "User-agent: *\nDisallow: /\n\nUser-agent: tyndau\nDisallow: /a-closed\n"),
      "/a-closed/1": ok,
      "/a-open/1": ok,
    });
    expect(report).toMatchObject({ state: "done", refused: 1, fresh: 2, failures: {} });
    expect(platforms.asked).not.toContain("news.example/a-closed/1");
  });

  test("robots.txt that can't be read: nothing is asked", async () => {
    const { report, platforms } = await collectPages({ "/robots.txt": busy(503), "/a1": ok });
    expect(report).toMatchObject({
      state: "failed",
      fresh: 0,
      reason: "robots.txt of news.example can't be read: found HTTP status 503 4 times",
    });
    expect(new Set(platforms.asked)).toEqual(new Set(["news.example/robots.txt"]));
  });

  test("a page that is gone: noted once, not asked for again", async () => {
    const { report, platforms, again } = await collectPages({ "/a1": busy(410), "/a2": ok });
    expect(report).toMatchObject({ state: "done", gone: 1, failures: {} });
    platforms.asked.length = 0;
    expect(await again()).toMatchObject({ state: "done", requested: 1, unchanged: 1 });
    expect(platforms.asked).toEqual(["news.example/feed.xml"]);
  });

  test("what is no page: not read", async () => {
    const film: Answering = (_request, response) => {
      response.writeHead(200, { "Content-Type": "video/mp4" }).end("film");
    };
    const { report } = await collectPages({ "/a1": film });
    expect(report.failures).toEqual({ "found the type video/mp4, expected a page": 1 });
  });
});

describe("redirects go nowhere but to public hosts of the register", () => {
  const to =
    (location: string): Answering =>
    (_request, response) => {
      response.writeHead(302, { Location: location }).end();
    };

  test("to another page of the site: followed; both the redirect and the page are held", async () => {
    const { report, home, again } = await collectPages({ "/a1": to("/b1#part"), "/b1": ok });
    expect(report).toMatchObject({ state: "done", fresh: 2, failures: {} });
    expect(await keptUrls(home)).toEqual([FEED, "https://news.example/b1"]);
    expect(await again()).toMatchObject({ requested: 1, unchanged: 1 });
  });

  test("in a circle: left after five", async () => {
    const { report } = await collectPages({ "/a1": to("/a1") });
    expect(report.failures).toEqual({ "found a redirect to /a1, expected at most 5": 1 });
  });

  test.each([
    ["a private address", "http://10.0.0.5/secret"],
    ["a link-local address", "http://169.254.169.254/latest/meta-data"],
    ["an IPv4-mapped address", "http://[::ffff:127.0.0.1]/"],
    ["a host that the register does not name", "https://other.example/"],
  ])("to %s: not followed", async (_name, location) => {
    const { report, dialled } = await collectPages({ "/a1": to(location) });
    const { hostname } = new URL(location);
    expect(report.failures).toEqual({ [`found the host ${hostname}, which the register does not name`]: 1 });
    expect(new Set(dialled)).toEqual(new Set(["93.184.215.14"]));
  });

  test.each([
    ["a private", "10.0.0.5"],
    ["a link-local", "169.254.169.254"],
    ["a shared (CGNAT)", "100.64.1.1"],
    ["a multicast", "239.1.1.1"],
    ["an IPv4-mapped", "::ffff:10.0.0.5"],
    ["a loopback", "::1"],
    ["a unique-local", "fd00::1"],
  ])(
    "to a host of the register that the name server leads to %s address: never dialled",
    async (_name, address) => {
      const { report, dialled } = await collectPages(
        { "/a1": to("http://inside.example/") },
        // One public address beside it does not help.
        { source: { hosts: ["inside.example"] }, names: { "inside.example": ["93.184.215.14", address] } },
      );
      expect(Object.keys(report.failures)[0]).toContain(
        `found inside.example at ${address}, expected a public address`,
      );
      expect(dialled).not.toContain(address);
    },
  );

  test("to a private address that the study allows by name: followed", async () => {
    const platforms = await startPlatforms((request, response) => {
      if (request.url === "/feed.xml") give(request, response, feed("/a1"), "text/xml");
      else if (request.headers.host === "inside.example" && request.url === "/x") ok(request, response);
      else if (request.url === "/a1") to("http://inside.example/x")(request, response);
      else response.writeHead(404).end();
    });
    onTestFinished(platforms.close);
    const names = { "inside.example": ["10.0.0.5"] };
    const { connect, dialled } = localNetwork(platforms.port, names, ["inside.example"]);
    const sources = [{ ...site, hosts: ["inside.example"] }];
    const [report] = await run({ home: temporaryHome(), sources, options: { connect } });
    expect(report).toMatchObject({ state: "done", fresh: 2, failures: {} });
    expect(dialled).toContain("10.0.0.5");
  });
});

test("a body longer than stated: the stated part is held, as in browsers", async () => {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    socket.once("data", (data) => {
      const path = data.toString().split(" ")[1];
      const [type, body, more] =
        path === "/feed.xml"
          ? ["text/xml", feed("/a1"), ""]
          : ["text/html", article, "and more than it said"];
      const status = path === "/robots.txt" ? "404 Not Found" : "200 OK";
      socket.end(
        `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: ${body!.length}\r\n\r\n${body}${more}`,
      );
    });
  });
  await listening(server, sockets);
  onTestFinished(() => closed(server, sockets));
  const home = temporaryHome();
  const { connect } = localNetwork((server.address() as { port: number }).port);
  const [report] = await run({ home, sources: [site], options: { connect } });
  expect(report).toMatchObject({ state: "done", fresh: 2, failures: {} });
  const page = (await records(home, "raw/collected/news/*.warc.gz")).at(-1)!;
  expect(Buffer.from(page.block).toString().endsWith(article)).toBe(true);
});

test("an answer that is no HTTP: reported", async () => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    socket.once("data", () => socket.end("SSH-2.0-OpenSSH_9.6\r\n"));
  });
  await listening(server, sockets);
  onTestFinished(() => closed(server, sockets));
  const { connect } = localNetwork((server.address() as { port: number }).port);
  const [report] = await run({ home: temporaryHome(), sources: [site], options: { connect } });
  expect(report!.state).toBe("failed");
  expect(report!.reason).toMatch(/^robots\.txt of news\.example can't be read: Parse Error/);
});
