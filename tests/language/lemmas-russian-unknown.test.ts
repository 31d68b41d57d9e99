import { describe, expect, it } from "vitest";
import { lemmatise } from "../../loaders/language/lemmas/lemmatise.ts";
import { CorpusForms } from "../../loaders/language/lemmas/russian/corpus-forms.ts";
import { readingsOf } from "../../loaders/language/lemmas/russian/readings.ts";
import { lemmatiseRussian } from "../../loaders/language/lemmas/russian.ts";

/** Declined by hand, as the grammar has it; none of these words stands in the dictionary. */
const ADJECTIVE = ["ый", "ая", "ое", "ые", "ого", "ому", "ым", "ом", "ой", "ую", "ых", "ыми"];
const MASCULINE = ["", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"];
const PLACE = ["", "а", "у", "ом", "е"];
const NEUTER_IE = ["ие", "ия", "ию", "ием", "ии"];

function forms(stem: string, endings: readonly string[], lemma = stem): [form: string, lemma: string][] {
  return endings.map((ending) => [stem + ending, lemma]);
}

describe("Russian words that no dictionary has", () => {
  it.each([
    ...forms("инклюзивн", ADJECTIVE, "инклюзивный"),
    ...forms("аутичн", ADJECTIVE, "аутичный"),
    ...forms("кохлеарн", ADJECTIVE, "кохлеарный"),
    ...forms("тьютор", MASCULINE),
    ...forms("акимат", MASCULINE),
    ...forms("маслихат", MASCULINE),
    ...forms("блогер", MASCULINE),
    ...forms("нейропсихолог", ["", "а", "у", "ом", "е", "и", "ов", "ам", "ами", "ах"]),
    ...forms("нейроразнообраз", NEUTER_IE, "нейроразнообразие"),
    ["психоречевого", "психоречевой"],
    ["психоречевой", "психоречевой"],
    ["атырауской", "атырауский"],
    ["мангистауская", "мангистауский"],
    ["жетысуском", "жетысуский"],
    ["пофотографировались", "пофотографироваться"],
    ["спродюсирован", "спродюсировать"],
    ["гармонически", "гармонически"],
    ["джакузи", "джакузи"],
    ["закарпатье", "закарпатье"],
  ])("%s → %s", (form, lemma) => {
    expect(lemmatise(form, "ru")).toBe(lemma);
  });

  it("are names in -ов where they have a capital, plurals where they have none", () => {
    expect(lemmatise("Угринов", "ru")).toBe("угринов");
    expect(lemmatise("Угриновым", "ru")).toBe("угринов");
    expect(lemmatise("хардтопов", "ru")).toBe("хардтоп");
    expect(lemmatise("сатпаева", "ru")).toBe("сатпаев");
  });

  it("are read as the other forms that the corpus holds ask", () => {
    for (const form of ["мемами", "липосарком"]) expect(readingsOf(form).known).toBe(false);
    expect(lemmatiseRussian("мемами", new CorpusForms(["мем", "мемов", "мемами"]))).toBe("мем");
    expect(lemmatiseRussian("мемами", new CorpusForms(["мема", "мемы", "мемами", "мемой"]))).toBe("мема");
    expect(
      lemmatiseRussian("липосарком", new CorpusForms(["липосаркома", "липосаркомы", "липосарком"])),
    ).toBe("липосаркома");
    expect(lemmatiseRussian("липосарком", new CorpusForms(["липосарк", "липосарка", "липосарком"]))).toBe(
      "липосарк",
    );
  });

  it("keep acronyms in capitals, but not a word of the dictionary that is written so", () => {
    expect(lemmatise("БМРА", "ru")).toBe("бмра");
    expect(lemmatise("МАМЫ", "ru")).toBe("мама");
  });
});

describe("names of places", () => {
  it.each([
    ...forms("шымкент", PLACE),
    ...forms("усть-каменогорск", PLACE),
    ...forms("костана", ["й", "я", "ю", "ем", "е"], "костанай"),
    ...forms("семе", ["я", "ю", "ем", "е"], "семей"),
    ...forms("астан", ["а", "ы", "е", "у", "ой"], "астана"),
    ...forms("кызылорд", ["а", "ы", "е", "у", "ой"], "кызылорда"),
    ...forms("балхаш", ["", "а", "у", "ем", "е"]),
    ...forms("алматы", [""]),
    ...forms("атырау", [""]),
    ...forms("тенге", [""]),
    ["аким", "аким"],
    ["акима", "аким"],
    ["акимов", "аким"],
    ["семей", "семья"],
  ])("%s → %s", (form, lemma) => {
    expect(lemmatise(form, "ru")).toBe(lemma);
  });
});
