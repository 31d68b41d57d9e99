import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { mergeCaptures } from "../../loaders/corpus/merge.ts";
import { parseCaptures } from "../../loaders/corpus/parse.ts";
import { parseParams } from "../../loaders/corpus/parse-params.ts";
import { openDatabase } from "../../loaders/parquet/database.ts";
import { glob } from "../../loaders/pipeline/glob.ts";
import { loadStudy } from "../../loaders/study/load.ts";

const truth = "tests/truth/demo.parquet";
const isThere = existsSync(truth) && existsSync("data/raw/demo");

describe.skipIf(!isThere)(
  "the demo's captures (data/raw/demo, tests/truth), against what was generated",
  () => {
    const out = mkdtempSync(join(tmpdir(), "corpus-demo-"));
    const posts = join(out, "posts.parquet");
    const rejects = join(out, "rejects.parquet");
    let counts: Record<string, number>;

    beforeAll(async () => {
      const study = await loadStudy("data");
      const partitions: { posts: string; rejects: string }[] = [];
      for (const entry of study.captures) {
        const part = (name: string) => join(out, `${entry.id}.${name}`);
        const outputs = { posts: part("posts"), rejects: part("rejects"), replaced: part("replaced") };
        const files = entry.files.flatMap((pattern) => glob(join("data", pattern), "."));
        const params = parseParams(study, entry, "a key of this test");
        await parseCaptures({ params, home: "data", files, pseudonymKey: "a key of this test" }, outputs);
        partitions.push(outputs);
      }
      const captures = study.captures.map(({ id }) => id);
      await mergeCaptures(
        { params: { captures, window: study.window, stories: study.stories }, partitions },
        { posts, rejects },
      );
      const database = await openDatabase({ spill: join(out, "spill") });
      const result = await database.connection.runAndReadAll(
        `with expected as (
         select distinct on (platform, native_id)
           *,
           sha256(platform || chr(10) || native_id)[:16] as post_id
         from '${truth}'
         where in_window and not broken
       ),
       found as (from '${posts}'),
       told as (
         select coalesce(copy_of, native_id) as truth, story_id
         from expected
         join found using (post_id)
       ),
       copies as (
         select
           (select sum(n * (n - 1) / 2) from (select count(*) as n from told group by truth)) as generated,
           (select sum(n * (n - 1) / 2) from (select count(*) as n from told group by story_id)) as joined,
           (select sum(n * (n - 1) / 2) from (select count(*) as n from told group by truth, story_id)) as "right"
       )
       select
         (select count(*) from expected) as expected,
         (select count(*) from found) as found,
         (select count(*) from expected join found using (post_id)) as both,
         (
           select count(*)
           from expected
           join found using (post_id)
           where expected.corpus <> found.corpus
             or expected.scope <> found.scope
             or found.capture not like '%' || expected.capture || '#%'
         ) as misplaced,
         (select count(*) from found where corpus = 'organisations' and source_id like 'p:%') as unnamed,
         (select count(*) from found where corpus = 'public' and source_id not like 'p:%') as named,
         (select "right" / generated from copies) as copy_recall,
         (select "right" / joined from copies) as copy_precision,
         (select count(*) from '${rejects}') as rejects,
         (select count(distinct reason) from '${rejects}') as reasons`,
      );
      counts = Object.fromEntries(
        Object.entries(result.getRowObjects()[0]!).map(([name, value]) => [name, Number(value)]),
      );
      database.close();
    });

    it("every unbroken record of the window is a post, and there is no other post", () => {
      expect(counts.expected).toBeGreaterThan(20_000);
      expect([counts.found, counts.both]).toEqual([counts.expected, counts.expected]);
    });

    it("each in its corpus and scope, from its file", () => expect(counts.misplaced).toBe(0));

    it("by an organisation of the register in one corpus, by pseudonyms in the other", () => {
      expect([counts.unnamed, counts.named]).toEqual([0, 0]);
    });

    it("copies share their story, and few others do (see docs/methods/stories.md)", () => {
      expect(counts.copy_recall).toBeGreaterThan(0.99);
      expect(counts.copy_precision).toBeGreaterThan(0.9);
    });

    it("the broken records are rejects of several reasons", () => {
      expect(counts.rejects).toBeGreaterThan(50);
      expect(counts.reasons).toBeGreaterThan(5);
    });
  },
);
