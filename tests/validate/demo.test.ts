import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadStudy } from "../../loaders/study/load.ts";
import type { Concept } from "../../loaders/study/types.ts";
import type { KeyRow } from "../../loaders/validate/coding-item.ts";
import { type Frame, readFrame } from "../../loaders/validate/frame.ts";
import { type TopicReport, validationReport } from "../../loaders/validate/report.ts";
import { makeSample } from "../../loaders/validate/sample.ts";
import { inventedCoder, readTrueTopics, truthOfTopic } from "./demo-coders.ts";

const posts = "data/derived/posts.parquet";
const annotations = "data/derived/annotations.parquet";

/** Needs the demo's posts: run `npm run data` first. */
describe.skipIf(!existsSync(posts) || !existsSync(annotations))("the demo, against its truth", () => {
  let spill: string;
  let topics: Concept[];
  let frame: Frame;
  let truth: Map<string, ReadonlySet<string>>;
  const isTrue = ({ post_id, topic }: Pick<KeyRow, "post_id" | "topic">) =>
    truth.get(post_id)?.has(truthOfTopic[topic]!) === true;

  beforeAll(async () => {
    spill = mkdtempSync(join(tmpdir(), "demo-"));
    topics = (await loadStudy("data")).topics.filter(({ id }) => Object.hasOwn(truthOfTopic, id));
    frame = await readFrame({ posts, annotations, spill: join(spill, "spill.tmp") }, topics);
    truth = await readTrueTopics("tests/truth/demo.parquet");
  });
  afterAll(() => rmSync(spill, { recursive: true, force: true }));

  /** True precision and recall of a topic's query over the whole corpus. */
  function trueRetrieval(topic: string) {
    let [retrieved, relevant, found] = [0, 0, 0];
    frame.strata.get(topic)!.forEach((stratum, post) => {
      const about = isTrue({ post_id: frame.postIds[post]!, topic });
      if (stratum === "retrieved") retrieved += 1;
      if (about) relevant += 1;
      if (about && stratum === "retrieved") found += 1;
    });
    return { precision: found / retrieved, recall: found / relevant };
  }

  function coded(seed: number): readonly TopicReport[] {
    const sample = makeSample(frame, topics, { size: 120, seed });
    const errors = { missed: 0.05, alarmed: 0.02, unsure: 0.01 };
    const coders = ["a", "b"].map((name) => inventedCoder(name, sample.key, isTrue, errors, seed));
    const open = new Set(validationReport(sample, coders).disagreements.map(({ row }) => row.item));
    const decided = inventedCoder("decided", sample.key, isTrue, { missed: 0, alarmed: 0, unsure: 0 }, seed);
    const adjudicated = { ...decided, codes: new Map([...decided.codes].filter(([item]) => open.has(item))) };
    return validationReport(sample, coders, adjudicated).topics;
  }

  it("two erring coders, adjudicated: intervals hold true precision and recall for 90 % of topics", () => {
    const held = { precision: 0, recall: 0 };
    let estimated = 0;
    for (const seed of [1, 2, 3, 4]) {
      for (const report of coded(seed)) {
        const true_ = trueRetrieval(report.topic);
        for (const measure of ["precision", "recall"] as const) {
          const { lower, upper } = report[measure]!.interval!;
          if (lower <= true_[measure] && true_[measure] <= upper) held[measure] += 1;
        }
        estimated += 1;
      }
    }
    expect(held.precision / estimated).toBeGreaterThanOrEqual(0.9);
    expect(held.recall / estimated).toBeGreaterThanOrEqual(0.9);
  }, 120_000);
});
