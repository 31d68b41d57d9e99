/** Draws the facts of many stories so that their shares are the calibration's, exactly where a deck can do it. */

import { outsideWindow, windowClock } from "./calendar.ts";
import { generalTopics, inclusiveTopics, languages, targets, topicMonths } from "./calibration.ts";
import type { Random } from "./prng.ts";
import type { Place } from "./regions.ts";
import type { ChildGender, Facts, Scope } from "./story.ts";

function topicsOf(scope: Scope, time: number, random: Random): string[] {
  const month = new Date(time).getUTCMonth() + 1;
  const base: Record<string, number> = scope === "general" ? { ...generalTopics } : { ...inclusiveTopics };
  for (const topic of Object.keys(base)) {
    if (topicMonths[topic]?.includes(month)) base[topic] = base[topic]! * 2.5;
  }
  const first = random.weighted(base);
  if (!random.chance(0.15)) return [first];
  const second = random.weighted(base);
  return second === first ? [first] : [first, second];
}

/** Facts of `count` stories of one scope; `places` says how many are about each region. */
export function drawFacts(
  count: number,
  scope: Scope,
  places: readonly (readonly [Place, number])[],
  random: Random,
): Facts[] {
  const clock = windowClock(random);
  const outside = Math.round(count * targets.outsideWindow);
  const foreign = Math.round(count * targets.otherLanguages);
  const ordinary = count - outside - foreign;
  const tongues = random.deck(count - foreign, languages);
  const one = targets.genderNamed * (1 - targets.genderBoth);
  const genders = random.deck<ChildGender>(count - foreign, {
    boys: one * targets.boys[scope],
    girls: one * (1 - targets.boys[scope]),
    both: targets.genderNamed * targets.genderBoth,
    none: 1 - targets.genderNamed,
  });
  const located: (Place | undefined)[] = places.flatMap(([place, n]) => new Array<Place>(n).fill(place));
  if (located.length > ordinary) {
    throw new Error(
      `found ${located.length} located stories, expected at most ${ordinary} (scope ${scope}): lower the rates of places.ts`,
    );
  }
  while (located.length < ordinary) located.push(undefined);
  const where = random.shuffle(located);
  const out: Facts[] = [];
  for (let i = 0; i < count; i++) {
    if (i >= count - foreign) {
      out.push({ scope, language: "other", time: clock(), topics: [], gender: "none" });
      continue;
    }
    const time = i < ordinary ? clock() : outsideWindow(random);
    out.push({
      scope,
      language: tongues[i]!,
      time,
      topics: topicsOf(scope, time, random),
      gender: genders[i]!,
      place: where[i],
    });
  }
  return random.shuffle(out);
}
