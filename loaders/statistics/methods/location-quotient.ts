import { normalQuantile975 } from "../wilson.ts";
import { checkPart } from "./counts.ts";
import type { Interval } from "./interval.ts";

/**
 * The location quotient of a topic in a region: its share of the region's stories over its share of all
 * stories, `inRegion` of `region` over `inAll` of `all`, the region being part of all. The 95 % interval is by
 * the delta method on the logarithm, the four cells of topic and region being multinomial; the idea is that of
 * Moineddin, Beyene & Boyle (2003), "On the location quotient confidence interval", Geographical Analysis 35(3),
 * p. 249-256. 1 in all: no interval but [1, 1]. Null where the region or the topic is empty; a quotient of 0 has
 * no interval (null). Throws where a part is no whole number of its whole.
 */
export function locationQuotient(
  inRegion: number,
  region: number,
  inAll: number,
  all: number,
): { readonly quotient: number; readonly interval: Interval | null } | null {
  checkPart(inRegion, region, "the region");
  checkPart(inAll, all, "all");
  checkPart(inRegion, inAll, "the topic");
  checkPart(region - inRegion, all - inAll, "other topics");
  if (region === 0 || inAll === 0) return null;
  const quotient = (inRegion / region) * (all / inAll);
  if (inRegion === 0) return { quotient, interval: null };
  const variance = 1 / inRegion - 1 / region - 1 / inAll - 1 / all + (2 * quotient) / all;
  const half = normalQuantile975 * Math.sqrt(Math.max(0, variance));
  return {
    quotient,
    interval: { lower: quotient * Math.exp(-half), upper: quotient * Math.exp(half) },
  };
}
