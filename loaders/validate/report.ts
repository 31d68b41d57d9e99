import { bootstrapInterval } from "./bootstrap.ts";
import type { Code, Codes } from "./codes.ts";
import type { KeyRow } from "./coding-item.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import { type Estimate, estimateRetrieval, type Retrieval } from "./estimate.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";
import { perCentAgreement } from "./per-cent-agreement.ts";
import { seeded } from "./random.ts";
import type { CodedSheet } from "./read-sheet.ts";
import { disagree, settle } from "./settle.ts";
import { type CodedStratum, type Stratum, strata } from "./strata.ts";

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

/** What a validation says of one topic. Holds no text, no post and no coder. */
export interface TopicReport extends Retrieval {
  readonly topic: string;
  readonly sample: string;
  readonly seed: number;
  readonly coders: number;
  readonly strata: readonly CodedStratum[];
  /** Coded items on which coders differ or can't tell, not adjudicated: the estimates take them as not coded. */
  readonly open: number;
  readonly agreement: Agreement;
}

export interface ValidationReport {
  readonly topics: readonly TopicReport[];
  /** Agreement over all topics. */
  readonly agreement: Agreement;
  /** Items on which coders differ and nobody has decided. */
  readonly disagreements: readonly { readonly row: KeyRow; readonly codes: readonly Code[] }[];
}

/**
 * Brings coders' sheets and the key of their sample together: agreement, and each query's precision, recall and F1.
 * The sample's seed makes the intervals, so the same sheets give the same bytes.
 */
export function validationReport(
  sample: { id: string; seed: number; key: readonly KeyRow[] },
  sheets: readonly CodedSheet[],
  adjudicated?: CodedSheet,
): ValidationReport {
  const coded = sample.key.map((row) => {
    const codes = sheets.map((sheet): Code => sheet.codes.get(row.item) ?? null);
    const decided = adjudicated?.codes.get(row.item);
    return { row, codes, settled: settle(codes, decided), decided };
  });
  const topics = [...new Set(sample.key.map(({ topic }) => topic))].map((topic): TopicReport => {
    const own = coded.filter(({ row }) => row.topic === topic);
    const counted = strata.map((stratum) => countStratum(stratum, own)).filter(({ size }) => size > 0);
    return {
      topic,
      sample: sample.id,
      seed: sample.seed,
      coders: sheets.length,
      strata: counted,
      open: own.filter(({ codes, settled }) => settled === null && codes.some((code) => code !== null))
        .length,
      agreement: agreementOf(
        own.map(({ codes }) => codes),
        sample.seed,
        topic,
      ),
      ...estimateRetrieval(counted, seeded(sample.seed, `estimate ${topic}`)),
    };
  });
  return {
    topics,
    agreement: agreementOf(
      coded.map(({ codes }) => codes),
      sample.seed,
      "",
    ),
    disagreements: coded.filter(({ codes, decided }) => decided === undefined && disagree(codes)),
  };
}

function countStratum(
  stratum: Stratum,
  items: readonly { row: KeyRow; settled: boolean | null }[],
): CodedStratum {
  const own = items.filter(({ row }) => row.stratum === stratum);
  return {
    stratum,
    size: own[0]?.row.stratum_size ?? 0,
    drawn: own[0]?.row.stratum_drawn ?? 0,
    coded: own.filter(({ settled }) => settled !== null).length,
    positive: own.filter(({ settled }) => settled === true).length,
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
