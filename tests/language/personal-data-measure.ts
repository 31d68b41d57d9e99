import { normalise } from "../../loaders/language/normalise.ts";
import { findPersonalData } from "../../loaders/language/personal-data/find.ts";
import { isGivenName } from "../../loaders/language/personal-data/given-names.ts";
import { type ChildSentence, childSentences } from "./child-name-sentences.ts";
import { laterChildSentences } from "./later-child-sentences.ts";
import { newChildSentences } from "./new-child-sentences.ts";
import { type PlantedKind, plant, WAY_SETS, type WaySet } from "./planted.ts";
import { cleanSentences, realTexts } from "./real-texts.ts";

export interface Recall {
  set: WaySet;
  kind: PlantedKind;
  planted: number;
  /** Share of planted values of which not one character is left. */
  recall: number;
  /** Values of which a part is left beside a mark. */
  halves: number;
}

/** Values planted one a text in real Telegram posts and articles: are they found whole? */
export async function plantedRecall(each = 2000): Promise<{ rows: Recall[]; missed: string[] }> {
  const all = (await realTexts()).map((text) => normalise(text)).filter((text) => text.length < 3000);
  const texts = all
    .filter((_, index) => index % Math.max(1, Math.floor(all.length / each)) === 0)
    .slice(0, each);
  const rows: Recall[] = [];
  const missed: string[] = [];
  for (const set of WAY_SETS) {
    for (const kind of ["phone", "e-mail", "id", "account", "link", "card", "address"] as const) {
      const planted = plant(texts, kind, 20260101, set);
      let found = 0;
      let halves = 0;
      for (const { text, value, start } of planted) {
        const end = start + value.length;
        const findings = findPersonalData(text).filter((one) => one.start < end && one.end > start);
        if (findings.some((one) => one.start <= start && one.end >= end)) {
          found++;
          continue;
        }
        if (findings.length > 0) halves++;
        missed.push(`${set}, ${kind}: ${text.slice(Math.max(0, start - 15), end + 10)}`);
      }
      rows.push({ set, kind, planted: planted.length, recall: found / planted.length, halves });
    }
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
  set: string;
  language: string;
  /** Children's names in the sentences. */
  names: number;
  /** Share of them found whole: all, those of the list of given names, others. */
  recall: number;
  recallListed: number;
  recallOthers: number;
  /** Sentences that name no child, and those of them in which a name is found. */
  without: number;
  falseAlarms: number;
  /** Of all that is found, in sentences of either kind, what is a child's name, whole. */
  precision: number;
}

/** Names of children in made sentences (child-name-sentences.ts, new-child-sentences.ts), and what goes wrong. */
export function childNameFigures(): { rows: ChildNameFigures[]; wrong: string[] } {
  const wrong: string[] = [];
  const rows = [];
  for (const [set, sentences] of [
    ["developed on", childSentences()],
    ["new", newChildSentences()],
    ["later", laterChildSentences()],
  ] as const) {
    for (const language of ["ru", "kk"])
      rows.push(
        figuresOf(
          set,
          language,
          sentences.filter((sentence) => sentence.language === language),
          wrong,
        ),
      );
  }
  return { rows, wrong };
}

function figuresOf(
  set: string,
  language: string,
  sentences: readonly ChildSentence[],
  wrong: string[],
): ChildNameFigures {
  const outcomes: { isListed: boolean; isFound: boolean }[] = [];
  let findings = 0;
  let without = 0;
  let falseAlarms = 0;
  for (const { text, names } of sentences) {
    const found = findPersonalData(text, { kinds: ["name"] });
    findings += found.length;
    if (names.length === 0) {
      without++;
      if (found.length > 0) falseAlarms++;
    }
    let isRight = found.length === names.length;
    for (const name of names) {
      const start = text.indexOf(name);
      const isFound = found.some((finding) => finding.start <= start && finding.end >= start + name.length);
      outcomes.push({ isListed: isGivenName(name), isFound });
      isRight &&= isFound;
    }
    if (!isRight) wrong.push(text);
  }
  const recallOf = (some: typeof outcomes) => some.filter(({ isFound }) => isFound).length / some.length;
  return {
    set,
    language,
    names: outcomes.length,
    recall: recallOf(outcomes),
    recallListed: recallOf(outcomes.filter(({ isListed }) => isListed)),
    recallOthers: recallOf(outcomes.filter(({ isListed }) => !isListed)),
    without,
    falseAlarms,
    precision: outcomes.filter(({ isFound }) => isFound).length / findings,
  };
}
