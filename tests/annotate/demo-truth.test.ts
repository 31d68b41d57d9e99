import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type AnnotatorScore, annotatedDemo, heldOut, scoresOf } from "./demo-scores.ts";

const posts = "data/derived/posts.parquet";

/** Needs the demo's posts: run `npm run data` first. */
describe.skipIf(!existsSync(posts))("annotators against the truth of the demo", () => {
  let scores: Map<string, AnnotatorScore>;
  let unseen: Map<string, AnnotatorScore>;
  beforeAll(async () => {
    const demo = await annotatedDemo(posts);
    scores = new Map(scoresOf(demo).map((score) => [score.annotator, score]));
    unseen = new Map(scoresOf(heldOut(demo)).map((score) => [score.annotator, score]));
  }, 300_000);

  it.each([
    ["focus region", 0.95],
    ["gender mention", 0.97],
    ["programmes", 0.98],
  ])("%s: micro F1 at least %f", (annotator, least) => {
    expect(scores.get(annotator)!.micro.f1).toBeGreaterThanOrEqual(least);
  });

  it.each(["autism", "cerebral-palsy", "national-testing", "consultation"])(
    "topic %s, which study and truth define alike: F1 at least 0.95",
    (topic) => {
      expect(scores.get("topics")!.classes.get(topic)!.f1).toBeGreaterThanOrEqual(0.95);
    },
  );

  // Barriers and disabilities, which study and truth cut apart, are held where they stand: docs/methods/annotations.md.
  it.each([
    ["topics", 0.95],
    ["barriers", 0.8],
    ["disabilities", 0.9],
  ])("%s: micro F1 at least %f on the stories held out", (annotator, least) => {
    expect(unseen.get(annotator)!.micro.f1).toBeGreaterThanOrEqual(least);
  });
});
