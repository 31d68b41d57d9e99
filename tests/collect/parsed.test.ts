import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parseCaptures } from "../../loaders/corpus/parse.ts";
import { postId } from "../../loaders/identity/post-id.ts";
import { openDatabase } from "../../loaders/parquet/database.ts";
import { glob } from "../../loaders/pipeline/glob.ts";
import type { Capture } from "../../loaders/study/capture.ts";
import type { CollectorName } from "../../loaders/study/collecting.ts";
import {
  businessDiscovery,
  commentThread,
  commentThreads,
  graphMedium,
  vkPost,
  wallGet,
} from "../corpus/made-platforms.ts";
import { run, temporaryHome } from "./collecting.ts";
import { localNetwork, startPlatforms } from "./platforms.ts";

const environment = {
  TYNDAU_INSTAGRAM_TOKEN: "secret-token-of-the-test",
  TYNDAU_INSTAGRAM_USER: "1",
  TYNDAU_VK_TOKEN: "secret-token-of-the-test",
  TYNDAU_YOUTUBE_KEY: "secret-key-of-the-test",
};

test.each<[CollectorName & Capture["kind"], string, object]>([
  ["instagram", "fund_kz", businessDiscovery([graphMedium()])],
  ["vk", "fund_kz", wallGet([vkPost()])],
  ["youtube", "UC0123456789012345678901", commentThreads([commentThread("Ugx1")])],
])("%s: what the collector keeps, the parser reads", async (kind, account, answer) => {
  const platforms = await startPlatforms((_request, response) => {
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(answer));
  });
  onTestFinished(platforms.close);
  const home = temporaryHome();
  const { connect } = localNetwork(platforms.port);
  const source = { id: "one", collector: kind, account, capture: "x" };
  await run({ home, sources: [source], environment, options: { connect, limit: 1 } });
  const files = glob("raw/collected/*/*.warc.gz", home).map((file) => join(home, file));
  expect(files).toHaveLength(1);
  const entry: Capture = {
    id: "x",
    kind,
    files: ["raw/collected/*/*.warc.gz"],
    corpus: "public",
    scope: "all",
  };
  const params = {
    entry,
    timeZone: "UTC",
    platforms: [{ id: kind, hosts: [] }],
    organisations: [{ id: "fund", accounts: { [kind]: account } }],
    key: "test",
  };
  const outputs = {
    posts: join(home, "posts.parquet"),
    rejects: join(home, "rejects.parquet"),
    replaced: join(home, "replaced.json"),
  };
  const report = await parseCaptures({ params, home, files, pseudonymKey: "a key for tests only" }, outputs);
  expect(report).toMatchObject({ rowsOut: 1, setAside: {} });
  const database = await openDatabase({ spill: join(home, "spill") });
  const reader = await database.connection.runAndReadAll(
    `select platform, post_id, text from '${outputs.posts}'`,
  );
  const [platform, id, text] = reader.getRows()[0]!.map(String);
  database.close();
  expect(platform).toBe(kind);
  expect(id).toMatch(/^[0-9a-f]{16}$/);
  if (kind === "instagram") expect(id).toBe(postId("instagram", "CpTest1-_a"));
  expect(text?.length).toBeGreaterThan(3);
});
