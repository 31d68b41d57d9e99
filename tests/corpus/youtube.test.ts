import { describe, expect, it } from "vitest";
import { readYoutube } from "../../loaders/corpus/youtube.ts";
import { inPieces, postsAndRejects, warcGz } from "./made-captures.ts";
import { comment, commentThread, commentThreads } from "./made-platforms.ts";

const headers = ["Content-Type: application/json; charset=UTF-8"];
const asked = "https://www.googleapis.com/youtube/v3/commentThreads?part=snippet,replies&videoId=v1";
const read = (answer: object, uri = asked, names?: Record<string, string>) =>
  postsAndRejects(readYoutube(inPieces(warcGz([{ uri, headers, body: JSON.stringify(answer) }])), names));

describe("an answer of YouTube's commentThreads.list", () => {
  it("gives a post a comment and a post a reply; no name of a person", async () => {
    const thread = commentThread("Ugx1", [comment("Ugx1.r1", { authorChannelId: { value: "UCfund" } })]);
    const { posts, rejects } = await read(commentThreads([thread]), asked, { UCfund: "fund_kz" });
    expect(rejects).toEqual([]);
    expect(posts).toMatchObject([
      {
        record: "1.1",
        nativeId: "Ugx1",
        account: "UCperson",
        publishedAt: Date.UTC(2023, 1, 28, 7, 47, 53),
        text: 'Нужен тьютор\nи "пандус"',
        likes: 3,
        comments: 9,
      },
      { record: "1.2", nativeId: "Ugx1.r1", account: "fund_kz", comments: undefined },
    ]);
    expect(JSON.stringify(posts)).not.toContain("real_name");
  });

  it("has plain text where it was asked for, and the original where it is given", async () => {
    const plain = commentThreads([comment("a", { textDisplay: "1 < 2 <b>" })]);
    expect((await read(plain, `${asked}&textFormat=plainText`)).posts[0]!.text).toBe("1 < 2 <b>");
    const original = commentThreads([comment("a", { textOriginal: "1 < 2" })]);
    expect((await read(original)).posts[0]!.text).toBe("1 < 2");
  });

  it("with broken comments keeps the others; without comments, or failed, is a reject", async () => {
    const { posts, reasons } = await read(
      commentThreads([
        comment("a b"),
        comment("b", { publishedAt: undefined }),
        comment("c", { publishedAt: "soon" }),
        comment("d", { textDisplay: " " }),
        comment("e", { authorChannelId: undefined }),
        {},
      ]),
    );
    expect(posts.map(({ nativeId, account }) => [nativeId, account])).toEqual([["e", undefined]]);
    expect(reasons).toEqual(["no-id", "no-date", "unreadable-date", "no-text", "no-id"]);
    expect((await read({ error: { code: 403, message: "quota" } })).reasons).toEqual(["api-error"]);
    expect((await read(commentThreads([]))).reasons).toEqual(["no-posts"]);
  });
});
