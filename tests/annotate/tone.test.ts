import { beforeAll, describe, expect, it } from "vitest";
import { type PostAnnotator, postAnnotator } from "../../loaders/annotate/post-annotator.ts";
import type { ToneWords } from "../../loaders/study/lexicons.ts";
import { loadStudy } from "../../loaders/study/load.ts";
import { study } from "./study.ts";
import { toneSentences } from "./tone-sentences.ts";

const words: ToneWords = {
  positive: ["хорош*", "рад*", "бед* не*"],
  negative: ["плох*", "радикал*", "беда"],
  negationBefore: ["не", "без"],
  negationAfter: ["емес"],
  window: 1,
  intensifiers: ["очень"],
  except: ["не только", "хорошист*"],
};
const annotator = postAnnotator({ ...study, tone: { ru: words } }, { evidence: true });

function tone(text: string, language: string | undefined = "ru", title: string | null = null) {
  return annotator.annotate({ title, text, sourceId: "p:0", language }).tone;
}

describe("tone", () => {
  it.each([
    ["Погода", "neutral", 0],
    ["Хорошая школа", "positive", 1],
    ["Плохая школа", "negative", -1],
    // negation: within the window, in the clause, and to the next toned word alone
    ["не хорошо", "negative", -1],
    ["не так хорошо", "negative", -1],
    ["не так уж хорошо", "positive", 1],
    ["не знаю, хорошо", "positive", 1],
    ["Нет. Не. Хорошо", "positive", 1],
    ["не плохо и хорошо", "positive", 1],
    ["хорошо емес", "negative", -1],
    ["хорошо, емес", "positive", 1],
    ["хорошо, не плохо", "positive", 1],
    ["не без плохого", "positive", 1],
    // an intensifier doubles, takes no place in the window, and does not double what is negated
    ["очень хорошо, плохо", "positive", 1 / 3],
    ["не очень хорошо", "negative", -1],
    ["не очень так хорошо", "negative", -1],
    ["не очень хорошо, хорошо", "mixed", 0],
    // what balances
    ["хорошо, плохо", "mixed", 0],
    ["хорошо, хорошо, плохо", "positive", 1 / 3],
    // exceptions cancel any list; the closer pattern counts
    ["не только хорошо", "positive", 1],
    ["хорошист", "neutral", 0],
    ["радикал", "negative", -1],
    ["беда не беда", "mixed", 0],
  ])("%s: %s, %f", (text, expected, score) => {
    const found = tone(text);
    expect(found.score).toBeCloseTo(score, 12);
    expect(found.tone).toBe(expected);
  });

  it("two to one is no balance", () => {
    expect(tone("хорошо, хорошо, плохо").tone).toBe("positive");
    expect(tone("плохо, плохо, плохо, хорошо, хорошо").tone).toBe("mixed");
  });

  it("is null where the lexicon does not cover the post's language, and without a lexicon", () => {
    for (const language of ["kk", "other", "none", undefined])
      expect(annotator.annotate({ title: null, text: "хорошо", sourceId: "p:0", language }).tone).toEqual({
        tone: null,
        score: null,
      });
    const bare = postAnnotator(study).annotate({
      title: null,
      text: "хорошо",
      sourceId: "p:0",
      language: "ru",
    });
    expect(bare.tone).toEqual({ tone: null, score: null });
  });

  it("reads title and text apart, and a mixed post by the words of all languages", () => {
    expect(tone("хорошо", "ru", "Не")).toEqual({ tone: "positive", score: 1 });
    const two = postAnnotator({
      ...study,
      tone: { ru: words, kk: { ...words, positive: ["жақсы*"], negative: ["жаман*"] } },
    });
    const read = (language: string) =>
      two.annotate({ title: "Хорошо", text: "жаман", sourceId: "p:0", language }).tone.tone;
    expect([read("ru"), read("kk"), read("mixed")]).toEqual(["positive", "negative", "mixed"]);
  });

  it("keeps the stretch from the word that shifts to the word", () => {
    tone("Это не очень хорошо");
    expect(annotator.evidence).toEqual([
      { annotator: "tone", id: "negative", word: "не очень хорошо", field: "text", offset: 4 },
    ]);
  });

  it("a pattern that can't be read is named by list and language", () => {
    const broken = { ...words, negative: ["п*"] };
    expect(() => postAnnotator({ ...study, tone: { ru: broken } })).toThrow(
      /^tone, negative in ru, "п\*": found п\*/u,
    );
  });
});

describe("the demo's tone lexicon, on sentences read by hand (no gold data; one reader)", () => {
  let reader: PostAnnotator;
  beforeAll(async () => {
    reader = postAnnotator(await loadStudy("data"));
  });

  it.each(["ru", "kk"] as const)("reads at least nine in ten as a person does: %s", (language) => {
    const own = toneSentences.filter(([of]) => of === language);
    const wrong = own.filter(
      ([, expected, text]) =>
        reader.annotate({ title: null, text, sourceId: "p:0", language }).tone.tone !== expected,
    );
    expect(own.length).toBeGreaterThanOrEqual(40);
    expect(wrong.length / own.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.1);
  });

  it("holds 150 to 370 words of each language", async () => {
    const { tone: lexicon } = await loadStudy("data");
    for (const { positive, negative } of Object.values(lexicon!)) {
      expect(positive.length + negative.length).toBeGreaterThanOrEqual(150);
      expect(positive.length + negative.length).toBeLessThanOrEqual(370);
    }
  });
});
