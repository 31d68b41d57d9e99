/** The organisations' corpus: posts of the register's accounts and sites. */

import { dayOf } from "./calendar.ts";
import { organisationPlatforms, targets } from "./calibration.ts";
import { hashtagsOf } from "./hashtags.ts";
import { personalData, roughen } from "./noise.ts";
import { type Organisation, organisations } from "./organisations.ts";
import { drawFacts } from "./plan.ts";
import { type Random, random } from "./prng.ts";
import { type Place, places } from "./regions.ts";
import { type Story, writeStory } from "./story.ts";

export type OrganisationPlatform = keyof typeof organisationPlatforms;

export interface OrganisationPost {
  readonly organisation: Organisation;
  readonly platform: OrganisationPlatform;
  readonly story: Story;
  readonly time: number;
  /** First line of a message, title of an article; empty on Instagram. */
  readonly headline: string;
  readonly paragraphs: readonly string[];
  /** As written, without `#`. */
  readonly hashtags: readonly string[];
}

const byId = new Map(places.map((place) => [place.id, place]));

function paragraphs(sentences: readonly string[], size: number): string[] {
  const out: string[] = [];
  for (let i = 0; i < sentences.length; i += size) out.push(sentences.slice(i, i + size).join(" "));
  return out;
}

function written(
  organisation: Organisation,
  platform: OrganisationPlatform,
  fact: Parameters<typeof writeStory>[0],
  own: Random,
): OrganisationPost {
  const place: Place | undefined =
    fact.language !== "other" && own.chance(0.35) ? byId.get(organisation.region) : undefined;
  const length = platform === "web" ? own.int(8, 13) : own.int(2, 4);
  const headlined = platform === "web" || (platform === "telegram" && own.chance(0.5));
  const story = writeStory({ ...fact, place }, length, headlined, own);
  const kazakh = story.language === "kk" || story.language === "kk-latin";
  const base = { organisation, platform, story, time: fact.time, headline: headlined ? story.headline : "" };
  if (platform === "web")
    return { ...base, paragraphs: paragraphs(story.sentences, own.int(2, 3)), hashtags: [] };
  const extra = personalData(own, kazakh);
  const friend = own.chance(0.03)
    ? own.pick(organisations.filter((one) => one.telegram !== "")).telegram
    : "";
  const sentences = [
    ...story.sentences,
    ...(extra ? [extra] : []),
    ...(friend ? [kazakh ? `Серіктес: @${friend}.` : `Вместе с @${friend}.`] : []),
  ];
  const text = own.chance(0.5) ? roughen(sentences.join(" "), kazakh, own) : sentences.join(" ");
  const hashtags =
    own.chance(platform === "instagram" ? 0.7 : 0.35) && story.language !== "other"
      ? hashtagsOf(story.topics, story.scope, kazakh, dayOf(story.time).slice(0, 4), own)
      : [];
  return { ...base, paragraphs: own.chance(0.3) ? text.split(/(?<=[.!?]) (?=\p{Lu})/u) : [text], hashtags };
}

/** The organisations' posts of one platform, by organisation, in order of time. */
export function organisationPosts(
  seed: number,
  platform: OrganisationPlatform,
  scale: number,
): Map<Organisation, OrganisationPost[]> {
  const own = random(seed, `organisations-${platform}`);
  const members = organisations.filter((one) => one[platform === "web" ? "website" : platform] !== "");
  const count = Math.round(targets.organisationPosts * organisationPlatforms[platform] * scale);
  const facts = drawFacts(count, "inclusive", [], own);
  // Some accounts write six times as often as others.
  const activity = Object.fromEntries(members.map((one) => [one.id, 0.5 + 2.5 * own.next()]));
  const writers = own.deck(count, activity);
  const out = new Map<Organisation, OrganisationPost[]>();
  for (const one of members) {
    const mine = facts.filter((_, i) => writers[i] === one.id).sort((a, b) => a.time - b.time);
    out.set(
      one,
      mine.map((fact) => written(one, platform, fact, own)),
    );
  }
  return out;
}
