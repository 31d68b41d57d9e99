import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { query } from "../../loaders/commands/query.ts";
import { writeParquet } from "../../loaders/parquet/write.ts";
import { posts } from "../../loaders/tables.ts";
import { kaznerdSentences } from "../language/real-texts.ts";
import { edited, writeStudy } from "../study/small-study.ts";

describe.skipIf(!existsSync("../shared/data/kaznerd"))(
  "lint on sentences of KazNERD (skipped where ../shared/data is absent)",
  () => {
    it("finds from the corpus which other words short Kazakh stems take, with the right counts", async () => {
      const home = writeStudy({
        ...edited("study.yml", "languages: [pt, es]", "languages: [pt, es, kk]"),
        "study/lexicons/gender.yml": `boys:
  words: { kk: [ұл*, сын*] }
girls:
  words: { kk: [қыз*] }
  except: { kk: [қызмет*] }
`,
      });
      const sentences = kaznerdSentences();
      mkdirSync(join(home, "derived"));
      await writeParquet(
        join(home, "derived/posts.parquet"),
        posts.columns,
        sentences.map((text, index) => {
          const cells: Record<string, unknown> = {
            post_id: index.toString(16).padStart(16, "0"),
            story_id: "s",
            corpus: "public",
            scope: "water",
            platform: "news",
            source_id: "p:1",
            published_at: 0,
            local_date: 0,
            language: "kk",
            script: "cyrillic",
            language_confidence: 1,
            switching: 0,
            text: text.normalize("NFC"),
            capture: "a#1",
            parser: "table/1",
          };
          return posts.columns.map(({ name }) => (cells[name] ?? null) as never);
        }),
      );
      const lines: string[] = [];
      const speak = (line: string) => lines.push(line);
      const code = await query.run(
        { words: ["lint"], study: "." },
        { root: home, env: {}, print: speak, warn: speak },
      );
      expect(code).toBe(0);

      const words = sentences.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{M}\d]+/gu) ?? []);
      for (const [stem, other] of [
        ["ұл", "ұлттық"],
        ["қыз", "қызмет"],
        ["сын", "сынып"],
      ] as const) {
        const line = lines.find((one) => one.includes(`: ${stem}* takes `))!;
        const begins = words.filter((word) => word.startsWith(stem)).length;
        expect(Number(/takes (\d+) words/u.exec(line)![1]), stem).toBe(begins);
        const found = Number(new RegExp(`${other} \\(kk\\) (\\d+) in`, "u").exec(line)?.[1]);
        const all = words.filter((word) => word.startsWith(other.slice(0, -1))).length;
        expect(found, `${other} in ${line}`).toBeGreaterThan(0);
        expect(found).toBeLessThanOrEqual(all);
        expect(line.includes(`${other} (kk)`) && line.includes("taken back by except")).toBe(stem === "қыз");
      }
    });
  },
);
