import { describe, expect, it } from "vitest";
import { readVk } from "../../loaders/corpus/vk.ts";
import { inPieces, postsAndRejects, warcGz } from "./made-captures.ts";
import { vkPost, wallGet } from "./made-platforms.ts";

const headers = ["Content-Type: application/json; charset=utf-8"];
const uri = "https://api.vk.com/method/wall.get?domain=fund_kz&count=100&extended=1&v=5.131";
const read = (answer: object, names?: Record<string, string>) =>
  postsAndRejects(readVk(inPieces(warcGz([{ uri, headers, body: JSON.stringify(answer) }])), names));

describe("an answer of VK's wall.get", () => {
  it("gives a post with its address, time, words and counters; a signer is not read", async () => {
    const { posts, rejects } = await read(wallGet([vkPost()]));
    expect(rejects).toEqual([]);
    expect(posts).toEqual([
      {
        kind: "post",
        record: "1.1",
        nativeId: "-123_456",
        account: "fund_kz",
        publishedAt: Date.UTC(2023, 1, 28, 7, 47, 53),
        capturedAt: Date.UTC(2023, 5, 2, 8),
        text: "Инклюзия",
        views: 3500,
        likes: 120,
        comments: 4,
        shares: 7,
      },
    ]);
  });

  it("knows an author by short name, by the entry's name for the number, or by number", async () => {
    const { posts } = await read(
      wallGet([vkPost(), vkPost({ from_id: 77 }), vkPost({ from_id: -9 }), vkPost({ from_id: 8 })]),
      { "-9": "other_kz" },
    );
    expect(posts.map(({ account }) => account)).toEqual(["fund_kz", "real_name", "other_kz", "id8"]);
  });

  it("knows the wall's owner by the request, where the answer names nobody", async () => {
    const answer = { response: { count: 2, items: [vkPost(), vkPost({ from_id: 77 })] } };
    expect((await read(answer)).posts.map(({ account }) => account)).toEqual(["fund_kz", "id77"]);
  });

  it("has a poll's words, a repost's own words, and only without them those that it reposts", async () => {
    const poll = { question: "Есть пандус?", answers: [{ text: "Да" }, { text: "Нет" }] };
    const origin = [{ id: 1, owner_id: -9, text: "чужие слова" }];
    const { posts } = await read(
      wallGet([
        vkPost({ attachments: [{ type: "poll", poll }] }),
        vkPost({ copy_history: origin }),
        vkPost({ text: "", copy_history: origin }),
      ]),
    );
    expect(posts.map(({ text }) => text)).toEqual([
      "Инклюзия\n\nЕсть пандус?\nДа\nНет",
      "Инклюзия",
      "чужие слова",
    ]);
  });

  it("with broken posts keeps the others; an error or an empty wall is a reject", async () => {
    const { posts, reasons } = await read(
      wallGet([vkPost({ id: undefined }), vkPost({ date: "soon" }), vkPost({ text: "" }), vkPost(), {}]),
    );
    expect(posts.map(({ record }) => record)).toEqual(["1.4"]);
    expect(reasons).toEqual(["no-id", "no-date", "no-text", "no-id"]);
    const error = { error: { error_code: 15, error_msg: "Access denied", request_params: [] } };
    expect((await read(error)).rejects[0]).toMatchObject({
      reason: "api-error",
      detail: "found the API's error 15, expected posts",
    });
    expect((await read(wallGet([]))).reasons).toEqual(["no-posts"]);
    expect((await read({ response: 1 })).reasons).toEqual(["no-posts"]);
  });

  it("may be a JSON file of its own", async () => {
    const { posts } = await postsAndRejects(readVk(inPieces(JSON.stringify(wallGet([vkPost()]), null, 2))));
    expect(posts[0]).toMatchObject({ record: "1", nativeId: "-123_456", capturedAt: undefined });
  });
});
