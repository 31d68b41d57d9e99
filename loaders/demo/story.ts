/** What one text says: the facts are decided first, then the sentences are written from them. */

import { dayOf } from "./calendar.ts";
import type { StoryLanguage } from "./calibration.ts";
import { barrierWeights, disabilityWeights, targets } from "./calibration.ts";
import { kazakhFiller } from "./grammar-kk.ts";
import { russianFiller } from "./grammar-ru.ts";
import { toLatin } from "./kazakh-latin.ts";
import { personKk, personRu } from "./people.ts";
import { barriersKk } from "./phrases/barriers-kk.ts";
import { barriersRu } from "./phrases/barriers-ru.ts";
import * as commonKk from "./phrases/common-kk.ts";
import * as commonRu from "./phrases/common-ru.ts";
import { generalKk } from "./phrases/general-kk.ts";
import { generalRu } from "./phrases/general-ru.ts";
import { inclusiveKk } from "./phrases/inclusive-kk.ts";
import { inclusiveRu } from "./phrases/inclusive-ru.ts";
import { otherLanguages } from "./phrases/other-languages.ts";
import type { TopicBank } from "./phrases/topics.ts";
import { mention } from "./places.ts";
import type { Random } from "./prng.ts";
import type { Place } from "./regions.ts";
import { capitalised, expand } from "./template.ts";

export type Scope = "general" | "inclusive";
export type ChildGender = "boys" | "girls" | "both" | "none";

/** The facts that are drawn before a word is written. */
export interface Facts {
  readonly scope: Scope;
  readonly language: StoryLanguage | "other";
  /** Local time in milliseconds. */
  readonly time: number;
  readonly topics: readonly string[];
  readonly gender: ChildGender;
  readonly place?: Place;
}

export interface Story extends Facts {
  readonly headline: string;
  /** Another headline of the same story, for copies that are re-titled. */
  readonly retitled: string;
  readonly sentences: readonly string[];
  readonly barriers: readonly string[];
  readonly programmes: readonly string[];
  readonly disabilities: readonly string[];
}

type Tongue = "ru" | "kk";
const banks: Record<Tongue, Record<Scope, TopicBank>> = {
  ru: { general: generalRu, inclusive: inclusiveRu },
  kk: { general: generalKk, inclusive: inclusiveKk },
};
const common = {
  ru: {
    middle: commonRu.middleRu,
    closers: commonRu.closersRu,
    distractors: commonRu.distractorsRu,
    incidental: commonRu.incidentalRu,
    gender: commonRu.genderRu,
    programmes: commonRu.programmesRu,
    disability: commonRu.disabilityRu,
    unlocated: commonRu.unlocatedRu,
    barriers: barriersRu,
  },
  kk: {
    middle: commonKk.middleKk,
    closers: commonKk.closersKk,
    distractors: commonKk.distractorsKk,
    incidental: commonKk.incidentalKk,
    gender: commonKk.genderKk,
    programmes: commonKk.programmesKk,
    disability: commonKk.disabilityKk,
    unlocated: commonKk.unlocatedKk,
    barriers: barriersKk,
  },
} as const;
const placeSlot = /\{!(?:at|of|from)\}/;
/** Disabilities that are topics too: a child's named condition makes them one. */
const conditions = new Set(["autism", "cerebral-palsy", "down-syndrome"]);

function other(facts: Facts, length: number, random: Random): Story {
  const bank = otherLanguages[random.pick(["en", "ky", "uz"] as const)];
  const sentences = random
    .shuffle(bank)
    .slice(0, Math.min(length, bank.length))
    .map((one) => capitalised(expand(one, random, String)));
  const nothing = { topics: [], barriers: [], programmes: [], disabilities: [] };
  return {
    ...facts,
    ...nothing,
    gender: "none",
    place: undefined,
    headline: sentences[0]!,
    retitled: sentences[0]!,
    sentences: sentences.slice(0, 3),
  };
}

/** Writes a story of about `length` sentences; with `headlined`, its place may stand in the headline only. */
export function writeStory(facts: Facts, length: number, headlined: boolean, random: Random): Story {
  if (facts.language === "other") return other(facts, length, random);
  const topics = new Set(facts.topics);
  const barriers = new Set<string>();
  const programmes = new Set<string>();
  const disabilities = new Set<string>();
  const { place, scope } = facts;
  const day = dayOf(facts.time);
  const remote = random.chance(0.05);
  const mixed = facts.language === "mixed";
  const home: Tongue = facts.language === "ru" || (mixed && random.chance(0.6)) ? "ru" : "kk";

  const condition = (tongue: Tongue): string => {
    const bank = common[tongue].disability;
    if (random.chance(0.55)) return random.pick(bank.general!);
    const known = facts.topics.find((topic) => conditions.has(topic));
    const id = known ?? random.weighted(disabilityWeights);
    disabilities.add(id);
    if (conditions.has(id)) topics.add(id);
    return random.pick(bank[id]!);
  };
  const ask =
    (tongue: Tongue) =>
    (name: string): string => {
      if (name === "at" || name === "of" || name === "from") {
        if (place) return mention(place, day, remote, random)[tongue][name];
        return random.pick(common[tongue].unlocated[name]);
      }
      if (name === "person") return personRu(random, "n");
      if (name === "personKk") return personKk(random);
      if (name === "dis") return condition(tongue);
      if (name === "sen") return random.pick(common[tongue].disability.general!);
      if (name === "house") return String(random.int(2, 180));
      throw new Error(`found slot "{!${name}}", expected at, of, from, person, personKk, dis, sen or house`);
    };
  const write = (template: string, tongue: Tongue): string => {
    const [, marks, rest] = template.match(/^((?:\^\w:[\w-]+ )*)(.*)$/s)!;
    for (const [, kind, id] of marks!.matchAll(/\^(\w):([\w-]+)/g))
      (kind === "b" ? barriers : disabilities).add(id!);
    const fill = tongue === "ru" ? russianFiller(random, ask("ru")) : kazakhFiller(random, ask("kk"));
    return capitalised(expand(rest!, random, fill));
  };
  const tongueNow = (): Tongue => (mixed && random.chance(0.5) ? (home === "ru" ? "kk" : "ru") : home);

  const main = facts.topics[0]!;
  const bankOf = (tongue: Tongue, topic: string) => banks[tongue][scope][topic]!;
  const titles = bankOf(home, main).headlines;
  const located = titles.filter((title) => placeSlot.test(title));
  const inHeadline = Boolean(place) && headlined && located.length > 0 && random.chance(0.4);
  const plain = titles.filter((title) => !placeSlot.test(title));
  const title = random.pick(
    inHeadline ? located : place || plain.length === 0 ? titles : random.chance(0.5) ? plain : titles,
  );
  const headline = write(title, home).replace(/\.$/, "");
  const retitled = write(random.pick(inHeadline ? located : titles), home).replace(/\.$/, "");

  const lead = bankOf(home, main).sentences;
  const withPlace = lead.filter((one) => placeSlot.test(one));
  const without = lead.filter((one) => !placeSlot.test(one));
  // A located story names its place in the first sentence, or (one in four) in the headline alone.
  const bare = (place && inHeadline && random.chance(0.6)) || (!place && random.chance(0.5));
  const opening = bare && without.length > 0 ? random.pick(without) : random.pick(place ? withPlace : lead);
  const body: string[] = [];
  const used = new Set([opening]);
  const add = (from: readonly string[], tongue: Tongue): void => {
    const fresh = from.filter((one) => !used.has(one));
    if (fresh.length === 0) return;
    const one = random.pick(fresh);
    used.add(one);
    body.push(write(one, tongue));
  };
  const first = write(opening, home);
  if (main === "violence") barriers.add("violence");
  for (const topic of facts.topics.slice(1)) {
    if (topic === "violence") barriers.add("violence");
    add(bankOf(home, topic).sentences, home);
  }
  if (facts.gender !== "none") {
    const tongue = tongueNow();
    add(common[tongue].gender[facts.gender], tongue);
  }
  if (scope === "inclusive" && random.chance(targets.barriers - 0.07)) {
    const barrier = random.weighted(barrierWeights);
    barriers.add(barrier);
    const tongue = tongueNow();
    add(common[tongue].barriers[barrier]!, tongue);
  }
  if (random.chance(targets.programmes[scope])) {
    const programme = random.chance(day >= "2022-09-01" ? 0.7 : 0.15) ? "comfort-school" : "educated-nation";
    programmes.add(programme);
    const tongue = tongueNow();
    add(common[tongue].programmes[programme], tongue);
  }
  if (random.chance(0.05)) add(common[home].distractors, home);
  if (random.chance(0.012)) add(common[home].incidental, home);
  if (mixed) {
    const away: Tongue = home === "ru" ? "kk" : "ru";
    add(bankOf(away, main).sentences, away);
    add(common[away].middle, away);
  }
  while (body.length + 1 < length) {
    const tongue = tongueNow();
    if (random.chance(0.45)) add(bankOf(tongue, main).sentences, tongue);
    else add(common[tongue].middle, tongue);
    if (body.length > 12) break;
  }
  const sentences = [first, ...random.shuffle(body)];
  if (random.chance(0.3)) sentences.push(write(random.pick(common[home].closers), home));
  for (const topic of topics) {
    if (conditions.has(topic)) disabilities.add(topic);
  }
  const latin = facts.language === "kk-latin";
  const finish = (text: string): string => (latin ? toLatin(text) : text);
  return {
    ...facts,
    topics: [...topics],
    barriers: [...barriers],
    programmes: [...programmes],
    disabilities: [...disabilities],
    headline: finish(headline),
    retitled: finish(retitled),
    sentences: sentences.map(finish),
  };
}
