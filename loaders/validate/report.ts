import { seeded } from "../random.ts";
import { bootstrapInterval } from "./bootstrap.ts";
import type { Code, Codes } from "./codes.ts";
import type { KeyRow } from "./coding-item.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import { type Confusion, confusionOf } from "./confusion.ts";
import { type Estimate, estimateRetrieval, type Retrieval } from "./estimate.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";
import { perCentAgreement } from "./per-cent-agreement.ts";
import type { Question } from "./question.ts";
import type { CodedSheet } from "./read-sheet.ts";
import { disagree, settle } from "./settle.ts";
import { type CodedStratum, machineAnswer } from "./strata.ts";

/** How far coders agree. `?` counts as a code of its own here, a missing code as missing. */
export interface Agreement {
  /** Items that at least two coders coded. */
  readonly items: number;
  readonly disagreements: number;
  /** A proportion. */
  readonly per_cent: Estimate | null;
  /** Cohen's kappa, of two coders only. */
  readonly kappa: Estimate | null;
  /** Krippendorff's alpha, nominal. */
  readonly alpha: Estimate | null;
}

/** How well one answer of the machine stands up. */
export interface AnswerReport extends Retrieval {
  readonly answer: string;
  /** Settled items to which the machine gave the answer. */
  readonly retrieved: number;
  /** Settled items to which people gave it. */
  readonly relevant: number;
  readonly strata: readonly CodedStratum[];
}

/** What a validation says of one question. Holds no text, no post and no coder. */
export interface QuestionReport {
  readonly question: string;
  readonly coders: number;
  /** Posts that the sample was drawn from. */
  readonly posts: number;
  /** Settled items. */
  readonly coded: number;
  /** Coded items on which coders differ or can't tell, not adjudicated: the estimates take them as not coded. */
  readonly open: number;
  readonly agreement: Agreement;
  /** For a concept its first answer alone: it is about it. */
  readonly answers: readonly AnswerReport[];
  readonly confusion: readonly Confusion[];
}

export interface ValidationReport {
  readonly questions: readonly QuestionReport[];
  /** Items on which coders differ and nobody has decided. */
  readonly disagreements: readonly { readonly row: KeyRow; readonly codes: readonly Code[] }[];
}

interface CodedItem {
  readonly row: KeyRow;
  readonly codes: readonly Code[];
  readonly settled: Code;
}

/**
 * Brings coders' sheets and the key of their sample together: agreement, and precision, recall and F1 of each answer.
 * The sample's seed makes the intervals, so the same sheets give the same bytes. Questions of the sample that are not
 * among `questions`, or of which no item is coded, are left out.
 */
export function validationReport(
  sample: { seed: number; key: readonly KeyRow[] },
  questions: readonly Pick<Question, "id" | "answers" | "concept">[],
  sheets: readonly CodedSheet[],
  adjudicated?: CodedSheet,
): ValidationReport {
  const coded = sample.key.map((row) => {
    const codes = sheets.map((sheet): Code => sheet.codes.get(row.item) ?? null);
    const decided = adjudicated?.codes.get(row.item);
    return { row, codes, settled: settle(codes, decided), decided };
  });
  return {
    questions: questions.flatMap((question) => {
      const own = coded.filter(({ row }) => row.question === question.id);
      return own.every(({ codes }) => codes.every((code) => code === null))
        ? []
        : [questionReport(question, own, sample.seed, sheets.length)];
    }),
    disagreements: coded.filter(({ codes, decided }) => decided === undefined && disagree(codes)),
  };
}

function questionReport(
  question: Pick<Question, "id" | "answers" | "concept">,
  items: readonly CodedItem[],
  seed: number,
  coders: number,
): QuestionReport {
  const names = [...new Set(items.map(({ row }) => row.stratum))];
  const strata = names.map((stratum) => {
    const own = items.filter(({ row }) => row.stratum === stratum);
    const { stratum_size: size, stratum_drawn: drawn } = own[0]!.row;
    const answers = own.map(({ settled }) => settled).filter((settled) => settled !== null);
    return { stratum, machine: machineAnswer(stratum, question), size, drawn, answers };
  });
  const settled = items.filter((item) => item.settled !== null);
  const asked = question.concept === "" ? question.answers : question.answers.slice(0, 1);
  return {
    question: question.id,
    coders,
    posts: strata.reduce((sum, { size }) => sum + size, 0),
    coded: settled.length,
    open: items.filter((item) => item.settled === null && item.codes.some((code) => code !== null)).length,
    agreement: agreementOf(
      items.map(({ codes }) => codes),
      seed,
      question.id,
    ),
    answers: asked.map(({ code }): AnswerReport => {
      const counted = strata.map(
        ({ stratum, machine, size, drawn, answers }): CodedStratum => ({
          stratum:
            machine === code ? "retrieved" : stratum === "near" || stratum === "rest" ? stratum : "other",
          size,
          drawn,
          coded: answers.length,
          positive: answers.filter((answer) => answer === code).length,
        }),
      );
      return {
        answer: code,
        retrieved: counted
          .filter(({ stratum }) => stratum === "retrieved")
          .reduce((sum, { coded }) => sum + coded, 0),
        relevant: counted.reduce((sum, { positive }) => sum + positive, 0),
        strata: counted,
        ...estimateRetrieval(counted, seeded(seed, `estimate ${question.id} ${code}`)),
      };
    }),
    confusion: confusionOf(strata) ?? [],
  };
}

function agreementOf(codes: Codes, seed: number, label: string): Agreement {
  const shared = codes.filter((item) => item.filter((code) => code !== null).length > 1);
  const estimate = (name: string, statistic: (codes: Codes) => number | null): Estimate | null => {
    const value = statistic(shared);
    const random = seeded(seed, `${name} ${label}`);
    return value === null ? null : { value, interval: bootstrapInterval(shared, statistic, random) };
  };
  return {
    items: shared.length,
    disagreements: shared.filter(disagree).length,
    per_cent: estimate("per cent", perCentAgreement),
    kappa: shared[0]?.length === 2 ? estimate("kappa", cohenKappa) : null,
    alpha: estimate("alpha", krippendorffAlpha),
  };
}
