import { expect, it } from "vitest";
import { CorpusForms } from "../../loaders/language/lemmas/russian/corpus-forms.ts";
import { hashOf, joined } from "../../loaders/language/lemmas/russian/joined-hash.ts";

const forms = Array.from({ length: 20_000 }, (_, i) => `слово${i}`);
const corpus = new CorpusForms(forms);

it("may hold every form that it holds, put together from pieces", () => {
  for (const form of forms) {
    expect(corpus.has(form)).toBe(true);
    expect(corpus.mayHold(joined(hashOf(form.slice(0, 4)).hash, hashOf(form.slice(4))))).toBe(true);
  }
});

it("says of nine in ten others that it does not hold them", () => {
  const others = forms.map((form) => `${form}а`);
  expect(others.filter((form) => corpus.mayHold(hashOf(form).hash)).length).toBeLessThan(2_000);
  expect(others.some((form) => corpus.has(form))).toBe(false);
});

it("takes ё for е", () => {
  expect(hashOf("ёлка")).toEqual(hashOf("елка"));
});
