import { describe, expect, it } from "vitest";
import { readInstagram } from "../../loaders/corpus/instagram.ts";
import { inPieces, postsAndRejects, refusalOf, warcGz } from "./made-captures.ts";
import {
  businessDiscovery,
  fourCatHeader,
  fourCatRow,
  graphMedium,
  instaloaderPost,
  zeeschuimerItem,
} from "./made-platforms.ts";

const read = (bytes: Uint8Array | string) => postsAndRejects(readInstagram(inPieces(bytes), "x"));
const refusal = (bytes: Uint8Array | string) => refusalOf(readInstagram(inPieces(bytes), "x"));
const json = ["Content-Type: application/json; charset=UTF-8"];
const uri =
  "https://graph.facebook.com/v19.0/17841405822304914?fields=business_discovery.username(fund_kz){media{caption}}";
const discovered = (answer: object, status?: string) =>
  read(warcGz([{ uri, headers: json, status, body: JSON.stringify(answer) }]));
const lines = (...records: unknown[]) => `${records.map((record) => JSON.stringify(record)).join("\n")}\n`;

const post = {
  nativeId: "CpTest1-_a",
  account: "fund_kz",
  publishedAt: Date.UTC(2023, 1, 28, 7, 47, 53),
  text: "Инклюзия #үміт",
  likes: 120,
  comments: 4,
};

describe("one Instagram post", () => {
  it.each<[string, () => ReturnType<typeof read>]>([
    ["Zeeschuimer's NDJSON", () => read(lines(zeeschuimerItem()))],
    ["4CAT's NDJSON", () => read(lines((zeeschuimerItem() as { data: object }).data))],
    ["4CAT's CSV", () => read(`${fourCatHeader}\n${fourCatRow()}\n`)],
    ["Instaloader's JSON, in one line", () => read(JSON.stringify(instaloaderPost()))],
    ["Instaloader's JSON, over several lines", () => read(JSON.stringify(instaloaderPost(), null, 4))],
    ["a JSON array", () => read(JSON.stringify([zeeschuimerItem()]))],
    ["Business Discovery in WARC", () => discovered(businessDiscovery([graphMedium()]))],
    [
      "Business Discovery in a JSON file",
      () => read(JSON.stringify(businessDiscovery([graphMedium()]), null, 2)),
    ],
  ])("is the same from %s, and names no person", async (_, captured) => {
    const { posts, rejects } = await captured();
    expect(rejects).toEqual([]);
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject(post);
    expect(JSON.stringify(posts)).not.toContain("Real Name");
  });

  it("knows when it was seen, in Zeeschuimer's export and in WARC", async () => {
    const seen = (await read(lines(zeeschuimerItem()))).posts[0]!;
    const captured = (await discovered(businessDiscovery([graphMedium()]))).posts[0]!;
    expect([seen.capturedAt, captured.capturedAt]).toEqual([1_685_700_000_000, Date.UTC(2023, 5, 2, 8)]);
  });

  it("has no likes where its author hides them: the number sent then is made up", async () => {
    const hidden = await read(lines(zeeschuimerItem({ like_and_view_counts_disabled: true, like_count: 3 })));
    const row = await read(`${fourCatHeader}\n${fourCatRow({ likes_hidden: "yes", num_likes: "3" })}\n`);
    const negative = await read(lines(zeeschuimerItem({ like_count: -1 })));
    expect([hidden, row, negative].map(({ posts }) => posts[0]!.likes)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("that is a video has its plays as views", async () => {
    const played = await read(
      lines(zeeschuimerItem({ play_count: 900 }), instaloaderPost({ video_view_count: 70 })),
    );
    expect(played.posts.map(({ views }) => views)).toEqual([900, 70]);
  });

  it.each([
    ["https://www.instagram.com/reel/CpTest1-_a/", "CpTest1-_a"],
    ["https://www.instagram.com/fund_kz/p/CpTest1-_a/?img_index=1", "CpTest1-_a"],
    ["https://www.instagram.com/fund_kz/", undefined],
  ])("of the address %s has the code %s", async (permalink, code) => {
    const { posts } = await discovered(businessDiscovery([graphMedium({ permalink })]));
    expect(posts[0]?.nativeId).toBe(code);
  });

  it("whose author has no name in the record is known by number, or by the request", async () => {
    const owned = await read(JSON.stringify(instaloaderPost({ owner: { id: "55" } })));
    const asked = businessDiscovery([graphMedium()]) as { business_discovery: { username?: string } };
    delete asked.business_discovery.username;
    expect([owned.posts[0]!.account, (await discovered(asked)).posts[0]!.account]).toEqual(["55", "fund_kz"]);
  });

  it("without id, time or caption is a reject", async () => {
    const { posts, reasons } = await read(
      lines(
        zeeschuimerItem({ code: undefined }),
        zeeschuimerItem({ taken_at: undefined }),
        zeeschuimerItem({ caption: null }),
        zeeschuimerItem({ taken_at: undefined, timestamp: "soon" }),
      ),
    );
    expect([posts, reasons]).toEqual([[], ["no-id", "no-date", "no-text", "unreadable-date"]]);
  });
});

describe("an Instagram capture", () => {
  it("with broken lines keeps the others", async () => {
    const whole = JSON.stringify(zeeschuimerItem());
    const { posts, reasons } = await read(`${whole.slice(0, 200)}\n${whole}\n\n[]\n`);
    expect([posts.map(({ record }) => record), reasons]).toEqual([["2"], ["malformed-json", "no-id"]]);
  });

  it("of something else than posts says so", async () => {
    const profile = { node: { username: "x" }, instaloader: { node_type: "Profile" } };
    expect((await read(JSON.stringify(profile))).reasons).toEqual(["not-a-post"]);
    const comment = fourCatRow({ id: "178", type: "comment" });
    expect((await read(`${fourCatHeader}\n${comment}\n`)).reasons).toEqual(["not-a-post"]);
    expect((await read("")).reasons).toEqual(["no-posts"]);
  });

  it("of the API that failed or has no posts says so", async () => {
    const error = { error: { message: "Token expired for Real Name", type: "OAuthException", code: 190 } };
    const failed = await discovered(error);
    expect(failed.rejects).toMatchObject([{ record: "1", reason: "api-error" }]);
    expect(failed.rejects[0]!.detail).toBe("found the API's error 190, expected posts");
    expect((await discovered(error, "400 Bad Request")).reasons).toEqual(["http-error"]);
    expect((await discovered(businessDiscovery([]))).reasons).toEqual(["no-posts"]);
    expect((await discovered({ id: "1" })).reasons).toEqual(["no-posts"]);
  });

  it("packed by xz, or of another tool, is refused with what to do", async () => {
    const xz = Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 0, 4]);
    expect(await refusal(xz)).toMatch(/x: found a file compressed by xz.*no-compress-json/u);
    expect(await refusal("a,b\n1,2\n")).toMatch(
      /found the columns "a", "b"; expected 4CAT's CSV .*kind table/u,
    );
  });
});
