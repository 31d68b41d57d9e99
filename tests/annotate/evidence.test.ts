import { existsSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { EvidenceList } from "../../loaders/annotate/evidence.ts";
import { postAnnotator } from "../../loaders/annotate/post-annotator.ts";
import { privateTables } from "../../loaders/statistics/tables.ts";
import { study } from "./study.ts";

const annotator = postAnnotator(study, { evidence: true });

function wordsOf(text: string, title: string | null = null) {
  annotator.annotate({ title, text, sourceId: "p:0" });
  return annotator.evidence.map(({ annotator: by, id, word, field }) => [by, id, word, field]);
}

describe("evidence", () => {
  it("is none where nothing is annotated, and of the last post alone", () => {
    expect(wordsOf("Школа")).toHaveLength(1);
    expect(wordsOf("Погода")).toEqual([]);
  });

  it("of a phrase is its stretch; of a NEAR both its sides; of what is absent nothing", () => {
    const near = postAnnotator(
      {
        ...study,
        topics: [
          { id: "near", title: {}, query: { ru: "(особ* NEAR/2 дет*) NOT взросл*" } },
          { id: "absent", title: {}, query: { ru: "NOT школа" } },
        ],
      },
      { evidence: true },
    );
    const { topics } = near.annotate({ title: null, text: "Особые наши дети", sourceId: "p:0" });
    expect(topics).toEqual(["near", "absent"]);
    expect(near.evidence.map(({ id, word, offset }) => [id, word, offset])).toEqual([
      ["near", "Особые", 0],
      ["near", "дети", 12],
    ]);
    expect(wordsOf("дорожная, карта")).toEqual([["programme", "road", "дорожная, карта", "text"]]);
  });

  it("has no word that an exception took back, and no place that is none", () => {
    expect(wordsOf("Сынок отечества и мальчик")).toEqual([["gender", "boys", "мальчик", "text"]]);
  });

  it("keeps the first three places of an id, title first, each once and cut to 80 units", () => {
    expect(wordsOf("школа, школа, школа", "Школа")).toEqual([
      ["topic", "school", "Школа", "title"],
      ["topic", "school", "школа", "text"],
      ["topic", "school", "школа", "text"],
    ]);
    const list = new EvidenceList();
    list.begin(null, `${"а".repeat(79)}👍👍`);
    list.keep("topic", "long", [
      { part: "text", start: 0, end: 83 },
      { part: "text", start: 0, end: 83 },
    ]);
    expect(list.rows.map(({ word }) => word)).toEqual(["а".repeat(79)]);
  });

  it("is no table that a counted table sees", () => {
    expect(privateTables.map(({ name }) => name)).not.toContain("evidence");
  });

  const derived = "data/derived";
  it.skipIf(!existsSync(`${derived}/evidence.parquet`))(
    "of the demo: every annotation of the words has some, and each word stands where it says",
    async () => {
      const instance = await DuckDBInstance.create();
      const connection = await instance.connect();
      const read = await connection.runAndReadAll(`
        with annotated as (
          select post_id, 'topic' as annotator, unnest(topics) as id from '${derived}/annotations.parquet'
          union all select post_id, 'place', unnest(places) from '${derived}/annotations.parquet'
          union all select post_id, 'programme', unnest(programmes) from '${derived}/annotations.parquet'
          union all select post_id, 'gender', gender from '${derived}/annotations.parquet'
            where gender in ('boys', 'girls')
        )
        select
          (select count(*) from annotated anti join '${derived}/evidence.parquet' using (post_id, annotator, id)),
          (select max(n) from (select count(*) as n from '${derived}/evidence.parquet'
            group by post_id, annotator, id)),
          (select count(*) from '${derived}/evidence.parquet' e join '${derived}/posts.parquet' using (post_id)
            where not contains(case field when 'title' then title else text end, e.word))`);
      const counts = read.getRows()[0]!.map(Number);
      connection.closeSync();
      instance.closeSync();
      expect(counts).toEqual([0, 3, 0]);
    },
  );
});
