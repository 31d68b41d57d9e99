import type { Finding } from "./kinds.ts";
import { SPELT_NUMBER } from "./word-hints.ts";

const RUSSIAN =
  "ноль|нуль|нол[ья]|один|два|три|четыре|пять|шесть|семь|восемь|девять|десять|\\p{L}{2,6}надцать|двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|сто|двести|триста|четыреста|пятьсот|шестьсот|семьсот|восемьсот|девятьсот";
const KAZAKH =
  "нөл|бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан|жүз";
/** A number told in words from its code on: `восемь семьсот один 123 45 67`, `сегіз жеті жүз бір …`. */
const SPELT = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:восемь|плюс семь|\\+ ?7|[78])[ -]семьсот(?:[ -]{1,3}(?:(?:${RUSSIAN})(?!\\p{L})|\\d{1,7}(?!\\d))){3,12}|(?:сегіз|\\+ ?7|[78])[ -]жеті жүз(?:[ -]{1,3}(?:(?:${KAZAKH})(?!\\p{L})|\\d{1,7}(?!\\d))){3,14})`,
  "giu",
);
const HINT = /семьсот|жеті жүз/i;

/** Telephone numbers of Kazakhstan whose code, or all of which, is written in words. `hints`: the bits of the text's words. */
export function findSpeltPhones(text: string, hints: number): Finding[] {
  if ((hints & SPELT_NUMBER) === 0 || !HINT.test(text)) return [];
  return [...text.matchAll(SPELT)].map(({ index, 0: number }) => ({
    kind: "phone",
    start: index,
    end: index + number.length,
  }));
}
