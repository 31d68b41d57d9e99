import { existsSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentences } from "../../loaders/language/sentences.ts";
import { sentenceAgreement } from "./measure.ts";

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
  it.each([
    ["Дети идут. Школа ждёт!", "Дети идут.|Школа ждёт!"],
    ["Қалай? Жақсы… Иә.", "Қалай?|Жақсы…|Иә."],
    ["В 2022 г. Астана росла.", "В 2022 г. Астана росла."],
    ["ул. Абая, д. 5. Там школа.", "ул. Абая, д. 5.|Там школа."],
    ["А. Б. Иванов пришёл. Он учитель.", "А. Б. Иванов пришёл.|Он учитель."],
    ["«Идём!» — сказал он.", "«Идём!» — сказал он."],
    ["Он сказал: «Идём.» Все встали.", "Он сказал: «Идём.»|Все встали."],
    ["т.е. школа. Да", "т.е. школа.|Да"],
    ["Строка\nстрока", "Строка|строка"],
    ["Первое\n\n- второе. 3 третье", "Первое|- второе.|3 третье"],
    ["3.5 млн. тенге", "3.5 млн. тенге"],
    ["сайт edu.kz. Звоните!!! 👍 Да", "сайт edu.kz.|Звоните!!!|👍 Да"],
    ["Ура!!! спасибо", "Ура!!! спасибо"],
    ["  \n ", ""],
    ["", ""],
  ])("%j", (text, expected) => {
    expect(split(text).join("|")).toBe(expected);
  });

  it("spans are in order, not empty, and hold all but white space", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'аБ1. !?…\n"»(👍г.') }), (text) => {
        let end = 0;
        for (const span of sentences(text)) {
          expect(text.slice(end, span.start).trim()).toBe("");
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(text.slice(end).trim()).toBe("");
      }),
      { numRuns: 3000 },
    );
  });
});

describe.skipIf(!existsSync("../shared/data"))(
  "on real text (skipped where ../shared/data is absent)",
  () => {
    it("agrees with the treebanks of edited text", () => {
      const found = new Map(sentenceAgreement().map(({ treebank, f1 }) => [treebank, f1]));
      expect(found.get("kk KTB test")).toBeGreaterThan(0.98);
      expect(found.get("ru GSD dev")).toBeGreaterThan(0.96);
    });
  },
);
