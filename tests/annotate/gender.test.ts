import { describe, expect, it } from "vitest";
import { postAnnotator } from "../../loaders/annotate/post-annotator.ts";
import { study } from "./study.ts";

const annotator = postAnnotator(study);

describe("gender", () => {
  it.each([
    ["Мальчики играют", "boys"],
    ["Девочка рисует", "girls"],
    ["Мой сын и дочь", "both"],
    ["Ұлым мен қызым", "both"],
    ["Қыз бала оқиды", "girls"],
    ["Ер балалар", "boys"],
    ["Дети играют", "none"],
    ["Қызмет көрсету орталығы", "none"],
    ["Ұлттық мектеп", "none"],
    ["Үшінші сынып оқушылары", "none"],
    ["Ұлы дала", "none"],
    ["Дочерняя компания", "none"],
    ["Қызмет, бірақ қызы бар", "girls"],
    ["Сынок отечества", "none"],
    ["Сынок и отечество", "boys"],
    ["ДЕВОЧКИ!!!", "girls"],
    ["", "none"],
  ])("%s: %s", (text, expected) => {
    expect(annotator.annotate({ title: null, text, sourceId: "p:0" }).gender).toBe(expected);
  });

  it("title and text count together", () => {
    expect(annotator.annotate({ title: "Мальчик", text: "и девочка", sourceId: "p:0" }).gender).toBe("both");
  });

  it("an exception of one list does not cancel words of the other", () => {
    const gender = {
      boys: { words: { ru: ["брат*"] }, except: { ru: ["сестр*"] } },
      girls: { words: { ru: ["сестр*"] }, except: {} },
    };
    const other = postAnnotator({ ...study, gender });
    expect(other.annotate({ title: null, text: "брат и сестра", sourceId: "p:0" }).gender).toBe("both");
  });

  it("without a lexicon every post is none", () => {
    const bare = postAnnotator({ ...study, gender: undefined });
    expect(bare.annotate({ title: null, text: "мальчик", sourceId: "p:0" }).gender).toBe("none");
  });

  it("a pattern that can't be read is named by list and language", () => {
    const gender = { ...study.gender!, girls: { words: { kk: ["қ*"] }, except: {} } };
    expect(() => postAnnotator({ ...study, gender })).toThrow(
      /^gender, words for girls in kk, "қ\*": found қ\*/u,
    );
  });
});
