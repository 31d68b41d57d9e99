import { normalQuantile975 } from "../wilson.ts";
import { checkPart } from "./counts.ts";
import type { Interval } from "./interval.ts";

/** Counts: what the machine found, and how it did on posts that people coded. */
export interface Misclassified {
  /** Found by the machine, of `all`. */
  readonly found: number;
  readonly all: number;
  /** Of `positives` by people, those that the machine found: sensitivity. */
  readonly truePositives: number;
  readonly positives: number;
  /** Of `negatives` by people, those that the machine left: specificity. */
  readonly trueNegatives: number;
  readonly negatives: number;
}

/**
 * The true share behind a share that a machine found, from its sensitivity and specificity in three independent
 * samples: Rogan & Gladen (1978), "Estimating prevalence from the results of a screening test", American Journal
 * of Epidemiology 107(1), p. 71-76, held to 0 to 1; `raw` is not held. The 95 % interval counts the uncertainty
 * of all three: Lang & Reiczigel (2014), "Confidence limits for prevalence of disease adjusted for estimated
 * sensitivity and specificity", Preventive Veterinary Medicine 113(1), p. 13-22. Null where a sample is empty or
 * the machine does no better than chance (sensitivity + specificity <= 1). Throws where a part is no whole
 * number of its whole.
 */
export function roganGladen(
  counts: Misclassified,
): (Interval & { readonly share: number; readonly raw: number }) | null {
  const { found, all, truePositives, positives, trueNegatives, negatives } = counts;
  checkPart(found, all, "the share");
  checkPart(truePositives, positives, "the sensitivity");
  checkPart(trueNegatives, negatives, "the specificity");
  if (all === 0 || positives === 0 || negatives === 0) return null;
  const better = truePositives / positives + trueNegatives / negatives - 1;
  if (better <= 0) return null;
  const raw = (found / all + trueNegatives / negatives - 1) / better;
  const z = normalQuantile975;
  const part = (found + (z * z) / 2) / (all + z * z);
  const sensitivity = (truePositives + 1) / (positives + 2);
  const specificity = (trueNegatives + 1) / (negatives + 2);
  const room = sensitivity + specificity - 1;
  const share = (part + specificity - 1) / room;
  const ofSensitivity = (sensitivity * (1 - sensitivity)) / (positives + 2);
  const ofSpecificity = (specificity * (1 - specificity)) / (negatives + 2);
  const shift = 2 * z * z * (share * ofSensitivity - (1 - share) * ofSpecificity);
  const half =
    (z / room) *
    Math.sqrt(
      (part * (1 - part)) / (all + z * z) + share ** 2 * ofSensitivity + (1 - share) ** 2 * ofSpecificity,
    );
  return {
    share: within(raw),
    raw,
    lower: within(share + shift - half),
    upper: within(share + shift + half),
  };
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
