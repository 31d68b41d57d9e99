/** The public corpus: stories on platforms, and their copies on others. */

import { type Publication, publisher } from "./authors.ts";
import { dayOf } from "./calendar.ts";
import { type PublicPlatform, publicPlatforms, targets } from "./calibration.ts";
import { hashtagsOf } from "./hashtags.ts";
import { hostileStrings, personalData, roughen, withEntities } from "./noise.ts";
import { drawFacts } from "./plan.ts";
import { type Random, random } from "./prng.ts";
import { places, residents } from "./regions.ts";
import { type Scope, type Story, writeStory } from "./story.ts";

export interface PublicPost extends Publication {
  readonly story: Story;
  readonly platform: PublicPlatform;
  readonly time: number;
  readonly headline: string;
  readonly opening: string;
  readonly hit: string;
  /** As written, without `#`. */
  readonly hashtags: readonly string[];
  readonly copyOf?: string;
  /** What is wrong with the record, where something is. */
  readonly fault?: "date" | "url" | "fields";
}

type Texts = Pick<PublicPost, "headline" | "opening" | "hit" | "hashtags">;

const edited = new Set<PublicPlatform>(["news", "blog", "youtube", "forum"]);

/** Stories about each region: the published rates for inclusive education, a flatter picture for education at large. */
function locatedStories(scope: Scope, scale: number): (readonly [(typeof places)[number], number])[] {
  return places.map((place) => {
    const rate = scope === "inclusive" ? place.rate : 0.05 + place.rate * 0.55;
    return [place, Math.round((rate * residents(place) * scale) / 1000)] as const;
  });
}

function isKazakh(story: Story): boolean {
  return story.language === "kk" || story.language === "kk-latin";
}

/** Posts on the conditions that lead the hashtags are tagged more often than others. */
function tagged(story: Story): number {
  return story.topics.includes("autism") || story.topics.includes("cerebral-palsy") ? 0.62 : 0.3;
}

function textsOf(story: Story, platform: PublicPlatform, random: Random): Texts {
  const sentences = story.sentences;
  if (edited.has(platform)) {
    const cut = Math.max(1, sentences.length - random.int(0, 2));
    let opening = sentences.slice(0, cut).join(" ");
    let hit = sentences.slice(cut).join(" ");
    if (hit === "" && random.chance(0.5)) hit = sentences[0]!;
    if (random.chance(0.02)) [opening, hit] = [withEntities(opening), withEntities(hit)];
    return {
      headline: random.chance(0.02) ? story.headline.toUpperCase() : story.headline,
      opening,
      hit,
      hashtags: [],
    };
  }
  const kazakh = isKazakh(story);
  const extra = personalData(random, kazakh);
  const body = [...sentences, ...(extra ? [extra] : [])];
  let opening = roughen(body.join(random.chance(0.12) ? "\n" : " "), kazakh, random);
  const hashtags =
    random.chance(tagged(story)) && story.language !== "other"
      ? hashtagsOf(story.topics, story.scope, kazakh, dayOf(story.time).slice(0, 4), random)
      : [];
  if (hashtags.length > 0)
    opening += (random.chance(0.5) ? "\n" : " ") + hashtags.map((tag) => `#${tag}`).join(" ");
  return { headline: "", opening, hit: "", hashtags };
}

function copyTexts(post: PublicPost, platform: PublicPlatform, random: Random): Texts {
  const { story } = post;
  const headline = edited.has(platform) ? post.headline || story.headline : "";
  const same = { headline, opening: post.opening, hit: post.hit, hashtags: post.hashtags };
  // A platform without headlines carries the headline as the first line, so that the copy says what the original says.
  const whole = headline ? same : { ...same, opening: `${post.headline || story.headline}. ${post.opening}` };
  if (random.chance(0.5)) return whole;
  const kazakh = isKazakh(story);
  let { opening } = whole;
  if (random.chance(0.45)) opening = `${kazakh ? "Дереккөз" : "Источник"}: ${post.source}. ${opening}`;
  if (random.chance(0.3)) opening = opening.replaceAll("«", '"').replaceAll("»", '"');
  if (random.chance(0.3))
    opening = `${opening} ${kazakh ? "Толығырақ сілтемеде." : "Читайте также на сайте."}`;
  if (random.chance(0.3)) opening = opening.replaceAll("ё", "е");
  // A new headline only where the old one holds nothing that the text does not: the place may stand there alone.
  const retitled = headline && random.chance(0.6) && !story.place ? story.retitled : headline;
  return { ...whole, opening, headline: retitled };
}

/** Platforms of the stories themselves: what is left of the mix when copies have taken their part. */
function originalMix(
  copies: Readonly<Partial<Record<PublicPlatform, number>>>,
): Record<PublicPlatform, number> {
  const out = {} as Record<PublicPlatform, number>;
  for (const platform of Object.keys(publicPlatforms) as PublicPlatform[]) {
    out[platform] = publicPlatforms[platform] - targets.copyShare * (copies[platform] ?? 0);
  }
  return out;
}

const copyMix = { news: 0.62, blog: 0.2, facebook: 0.18 } as const;

/** The public posts of one scope, in order of time. */
export function publicPosts(seed: number, scope: Scope, scale: number): PublicPost[] {
  const own = random(seed, `public-${scope}`);
  const total = Math.round(
    targets.publicPosts * (scope === "general" ? targets.generalShare : 1 - targets.generalShare) * scale,
  );
  const copies = Math.round(total * targets.copyShare);
  const facts = drawFacts(total - copies, scope, locatedStories(scope, scale), own);
  const mix = own.deck(facts.length, originalMix(copyMix));
  const address = publisher(own);
  const told = new Set<string>();
  const posts: PublicPost[] = facts.map((fact, i) => {
    const platform = mix[i]!;
    const length =
      platform === "news" || platform === "blog"
        ? own.int(3, 5)
        : own.chance(0.15)
          ? own.int(4, 7)
          : own.int(2, 3);
    let story = writeStory(fact, length, edited.has(platform), own);
    // Two people seldom write the same words: a text that is taken already is written again, longer.
    for (let tries = 1; told.has(story.sentences.join(" ")); tries++)
      story = writeStory(fact, length + tries, edited.has(platform), own);
    told.add(story.sentences.join(" "));
    return {
      story,
      platform,
      time: fact.time,
      ...address(platform, fact.place?.id, dayOf(fact.time)),
      ...textsOf(story, platform, own),
    };
  });

  const sources = own.shuffle(
    posts.filter((post) => post.platform === "news" && post.story.language !== "other"),
  );
  const platforms = own.deck(copies, copyMix);
  let at = 0;
  while (platforms.length > 0) {
    const original = sources[at++ % sources.length]!;
    for (let n = own.int(1, 4); n > 0 && platforms.length > 0; n--) {
      const platform = platforms.pop()!;
      const time = original.time + own.int(600, 72 * 3600) * 1000;
      // A copy stays with its original: outside the window too, and never over the end of it.
      const kept =
        dayOf(time) > targets.window.to && dayOf(original.time) <= targets.window.to
          ? original.time + 60_000
          : time;
      posts.push({
        ...original,
        platform,
        time: kept,
        ...address(platform, undefined, dayOf(kept)),
        ...copyTexts(original, platform, own),
        copyOf: original.url,
      });
    }
  }
  posts.sort((a, b) => a.time - b.time || (a.url < b.url ? -1 : 1));
  return spoil(posts, scale, own);
}

/** A few posts get a hostile string, a few records are broken; neither touches a copied or located story. */
function spoil(posts: PublicPost[], scale: number, random: Random): PublicPost[] {
  const copied = new Set(posts.flatMap((post) => (post.copyOf ? [post.copyOf, post.url] : [])));
  const free = random.shuffle(
    posts
      .map((_, i) => i)
      .filter(
        (i) => !copied.has(posts[i]!.url) && !posts[i]!.story.place && posts[i]!.story.gender === "none",
      ),
  );
  const out = [...posts];
  for (const text of hostileStrings) {
    const i = free.pop()!;
    out[i] = {
      ...out[i]!,
      opening:
        text.startsWith("=") || text.startsWith("@")
          ? `${text} ${out[i]!.opening}`
          : `${out[i]!.opening} ${text}`,
    };
  }
  const each = Math.max(1, Math.round(6 * scale));
  for (const fault of ["date", "url", "fields"] as const) {
    for (let n = 0; n < each; n++) {
      const i = free.pop()!;
      out[i] = { ...out[i]!, fault };
    }
  }
  return out;
}
