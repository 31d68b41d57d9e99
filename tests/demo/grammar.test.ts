import { describe, expect, it } from "vitest";
import { phraseForm, russianFiller } from "../../loaders/demo/grammar-ru.ts";
import { toLatin } from "../../loaders/demo/kazakh-latin.ts";
import { suffixed } from "../../loaders/demo/kazakh-suffixes.ts";
import { random } from "../../loaders/demo/prng.ts";
import { past, present } from "../../loaders/demo/russian-conjugation.ts";
import { declineNoun } from "../../loaders/demo/russian-declension.ts";
import { expand } from "../../loaders/demo/template.ts";

describe("Russian", () => {
  it.each([
    ["школа", "школа школы школе школу школой школе", "школы школ школам школы школами школах"],
    [
      "учитель",
      "учитель учителя учителю учителя учителем учителе",
      "учителя учителей учителям учителей учителями учителях",
    ],
    [
      "занятие",
      "занятие занятия занятию занятие занятием занятии",
      "занятия занятий занятиям занятия занятиями занятиях",
    ],
    [
      "очередь",
      "очередь очереди очереди очередь очередью очереди",
      "очереди очередей очередям очереди очередями очередях",
    ],
    ["ребёнок", "ребёнок ребёнка ребёнку ребёнка ребёнком ребёнке", "дети детей детям детей детьми детях"],
    [
      "площадка",
      "площадка площадки площадке площадку площадкой площадке",
      "площадки площадок площадкам площадки площадками площадках",
    ],
  ])("declines %s", (lemma, singular, plural) => {
    const noun = declineNoun(lemma);
    const order = ["n", "g", "d", "a", "i", "p"] as const;
    expect(order.map((one) => noun.singular[one]).join(" ")).toBe(singular);
    expect(order.map((one) => noun.plural[one]).join(" ")).toBe(plural);
  });

  it("makes adjectives agree in case, number, gender and animacy", () => {
    expect(phraseForm("детский сад", "p", false).text).toBe("детском саде");
    expect(phraseForm("специальная школа", "a", false).text).toBe("специальную школу");
    expect(phraseForm("школьный психолог", "a", true).text).toBe("школьных психологов");
    expect(phraseForm("управление образования", "d", false, "районный").text).toBe(
      "районному управлению образования",
    );
  });

  it("counts nouns and conjugates verbs", () => {
    const fill = russianFiller(random(1, "test"), String);
    const write = (template: string): string => expand(template, random(1, "test"), fill);
    expect(write("{#1-1 школа}, {#3-3 школьный психолог}, {#12-12 место}, {#22-22 ребёнок}")).toBe(
      "1 школа, 3 школьных психолога, 12 мест, 22 ребёнка",
    );
    expect(write("в {#5-5 сельская школа.p}")).toBe("в 5 сельских школах");
    expect(write("{x:мама.n} {=рассказать<x}, {y:родитель.np} {=прийти<y}")).toBe(
      "мама рассказала, родители пришли",
    );
    expect([
      past("помочь", "m"),
      past("открыться", "f"),
      present("требовать", true),
      present("бояться", false),
    ]).toEqual(["помог", "открылась", "требуют", "боится"]);
  });
});

describe("Kazakh", () => {
  it.each([
    ["мектеп", "pl loc", "мектептерде"],
    ["мектеп", "p3 dat", "мектебіне"],
    ["бала", "pl p1p gen", "балаларымыздың"],
    ["оқушы", "pl ins", "оқушылармен"],
    ["мұғалім", "pl dat", "мұғалімдерге"],
    ["қыз", "p1s dat", "қызыма"],
    ["басқармасы*", "abl", "басқармасынан"],
    ["журналист", "pl", "журналистер"],
    ["оқы", "pres", "оқиды"],
    ["аш", "past", "ашты"],
    ["кеңей", "pres", "кеңейеді"],
    ["жетіс", "neg pres", "жетіспейді"],
    ["көмектес", "perf p3 acc", "көмектескенін"],
  ])("%s with %s is %s", (stem, suffixes, form) => {
    expect(suffixed(stem, suffixes.split(" "))).toBe(form);
  });

  it("is written in the Latin alphabet of 2021", () => {
    expect(toLatin("Қазақ тілі, ғылым, үйіңіз, шәкірт")).toBe("Qazaq tılı, ğylym, üiıñız, şäkırt");
  });

  it("refuses a suffix that it does not know", () => {
    expect(() => suffixed("бала", ["plural"])).toThrow(/found suffix "plural" on "бала"/);
  });
});
