import { normalise } from "../../loaders/language/normalise.ts";
import { findPersonalData } from "../../loaders/language/personal-data/find.ts";
import { childSentences } from "./child-name-sentences.ts";
import { type PlantedKind, plant } from "./planted.ts";
import { cleanSentences, realTexts } from "./real-texts.ts";

export interface Recall {
  kind: PlantedKind;
  planted: number;
  /** Share of planted values of which not one character is left. */
  recall: number;
}

/** Values planted one a text in real Telegram posts and articles: are they found whole? */
export async function plantedRecall(each = 2000): Promise<{ rows: Recall[]; missed: string[] }> {
  const all = (await realTexts()).map((text) => normalise(text)).filter((text) => text.length < 3000);
  const texts = all
    .filter((_, index) => index % Math.max(1, Math.floor(all.length / each)) === 0)
    .slice(0, each);
  const rows: Recall[] = [];
  const missed: string[] = [];
  for (const kind of ["phone", "e-mail", "id", "account", "link", "card", "address"] as const) {
    const planted = plant(texts, kind, 20260101);
    let found = 0;
    for (const { text, value, start } of planted) {
      const end = start + value.length;
      const isFound = findPersonalData(text).some((finding) => finding.start <= start && finding.end >= end);
      if (isFound) found++;
      else missed.push(`${kind}: ${text.slice(Math.max(0, start - 15), end + 10)}`);
    }
    rows.push({ kind, planted: planted.length, recall: found / planted.length });
  }
  return { rows, missed };
}

export interface FalseAlarms {
  sentences: number;
  /** Sentences with a finding, the screened mentions of Taiga's social posts (`@screened-15`) left out. */
  alarms: number;
  perThousand: number;
  byKind: Record<string, number>;
  /** Mentions that the treebank's makers replaced by `@screened-N`: mentions indeed. */
  screened: number;
}

/** What is found in sentences of treebanks and of news, which hold no planted value. */
export function falseAlarms(): FalseAlarms {
  const sentences = cleanSentences().map((text) => normalise(text));
  const byKind: Record<string, number> = {};
  let alarms = 0;
  let screened = 0;
  for (const text of sentences) {
    const findings = findPersonalData(text).filter(({ kind, start, end }) => {
      const isScreened = kind === "account" && text.slice(start, end) === "@screened";
      if (isScreened) screened++;
      return !isScreened;
    });
    if (findings.length > 0) alarms++;
    for (const { kind } of findings) byKind[kind] = (byKind[kind] ?? 0) + 1;
  }
  return {
    sentences: sentences.length,
    alarms,
    perThousand: (1000 * alarms) / sentences.length,
    byKind,
    screened,
  };
}

export interface ChildNameFigures {
  language: string;
  withName: number;
  /** Share of sentences with a child's name in which it is found whole: all, common names, rare names. */
  recall: number;
  recallCommon: number;
  recallRare: number;
  without: number;
  /** Sentences without a child's name in which one is found. */
  falseAlarms: number;
  /** Of the sentences in which a name is found, those with a child's name found whole. */
  precision: number;
}

/** Names of children in made sentences (child-name-sentences.ts). */
export function childNameFigures(): { rows: ChildNameFigures[]; wrong: string[] } {
  const wrong: string[] = [];
  const all = childSentences().map((sentence) => {
    const found = findPersonalData(sentence.text, { kinds: ["name"] });
    const start = sentence.name === undefined ? -1 : sentence.text.indexOf(sentence.name);
    const isWhole =
      sentence.name !== undefined &&
      found.some((finding) => finding.start <= start && finding.end >= start + sentence.name!.length);
    if (sentence.name === undefined ? found.length > 0 : !isWhole) wrong.push(sentence.text);
    return { ...sentence, isFound: found.length > 0, isWhole };
  });
  const rows = ["ru", "kk"].map((language) => {
    const own = all.filter((sentence) => sentence.language === language);
    const named = own.filter(({ name }) => name !== undefined);
    const without = own.filter(({ name }) => name === undefined);
    const recallOf = (some: typeof own) => some.filter(({ isWhole }) => isWhole).length / some.length;
    return {
      language,
      withName: named.length,
      recall: recallOf(named),
      recallCommon: recallOf(named.filter(({ common }) => common)),
      recallRare: recallOf(named.filter(({ common }) => !common)),
      without: without.length,
      falseAlarms: without.filter(({ isFound }) => isFound).length,
      precision: named.filter(({ isWhole }) => isWhole).length / own.filter(({ isFound }) => isFound).length,
    };
  });
  return { rows, wrong };
}
