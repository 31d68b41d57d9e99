import { describe, expect, it } from "vitest";
import { postAnnotator } from "../../loaders/annotate/post-annotator.ts";
import { study } from "./study.ts";

const annotator = postAnnotator(study);

function annotate(text: string, title: string | null = null) {
  return annotator.annotate({ title, text, sourceId: "p:0" });
}

describe("concepts", () => {
  it("a topic is found by the query of any language, in title or text", () => {
    expect(annotate("Мектепте балалар бар").topics).toEqual(["school"]);
    expect(annotate("Новости дня", "В школах").topics).toEqual(["school"]);
  });

  it("ids come in the study's order, each once", () => {
    expect(annotate("Аутизм в школе, школа и аутизм").topics).toEqual(["school", "autism"]);
  });

  it("a phrase does not reach from the title into the text", () => {
    expect(annotate("пандуса у входа", "В школе нет").barriers).toEqual([]);
    expect(annotate("В школе нет пандуса").barriers).toEqual(["ramp"]);
  });

  it("barriers, programmes and disabilities are told apart", () => {
    const { topics, barriers, programmes, disabilities } = annotate(
      "Дорожная карта: глухие дети, пандус жоқ",
    );
    expect({ topics, barriers, programmes, disabilities }).toEqual({
      topics: [],
      barriers: ["ramp"],
      programmes: ["road"],
      disabilities: ["hearing"],
    });
  });

  it("a query that can't be read is named by concept and language", () => {
    const broken = { ...study, topics: [{ id: "bad", title: {}, query: { ru: "школа AND and дети" } }] };
    expect(() => postAnnotator(broken)).toThrow(/^topic bad, query in ru: found and at character 11/u);
  });
});

describe("hashtags", () => {
  it("are folded, without #, distinct, in order, title first", () => {
    expect(annotate("#ДЦП и #Ребёнок_2023 #аутизм", "#Аутизм").hashtags).toEqual([
      "аутизм",
      "дцп",
      "ребенок_2023",
    ]);
  });
});

describe("tokens and terms", () => {
  it("count words, not numbers, tags, mentions or links", () => {
    expect(annotate("Дети, дети! 2023 #тег @mama https://a.kz 👍", "ДЕТИ").tokens).toBe(3);
    expect(annotator.terms.count).toBe(1);
    expect(annotator.terms.counts[0]).toBe(3);
    expect(annotator.vocabulary.formOf(annotator.terms.types[0]!)).toBe("дети");
  });
});
