import { tmpdir } from "node:os";
import { join } from "node:path";
import { StoryFinder } from "../../../loaders/language/near-duplicates/story-finder.ts";
import { openDatabase } from "../../../loaders/parquet/database.ts";

/** Posts that are known, in order of time: the story that they were generated from, and what a rate asks. */
const POSTS = `
with truth as (
  select distinct on (platform, native_id)
    sha256(platform || chr(10) || native_id)[:16] as post_id,
    coalesce(copy_of, native_id) as story,
    region
  from 'tests/truth/demo.parquet'
  where in_window and not broken
)
select
  truth.story,
  posts.story_id,
  coalesce(posts.title || chr(10), '') || posts.text as text,
  case when posts.corpus = 'public' and posts.scope = 'inclusive' then annotations.place_focus end as place,
  case when posts.corpus = 'public' and posts.scope = 'inclusive' then truth.region end as true_place
from truth
join 'data/derived/posts.parquet' as posts using (post_id)
join 'data/derived/annotations.parquet' as annotations using (post_id)
order by posts.published_at, posts.post_id`;

const CITY = "KZ-71";
const RESIDENTS = `
select population / 1000
from 'data/derived/statistics/map_units.parquet'
where id = 'astana'`;

export interface DemoAgreement {
  stories: string;
  recall: number;
  precision: number;
  /** Posts of the largest story. */
  largest: number;
  /** Stories about Astana a thousand residents, by the annotations' places, and by the places of the truth. */
  rate: number;
  rateOfTruePlaces: number;
}

/**
 * How the demo's stories agree with those that its posts were generated from, pair by pair, for equal texts alone,
 * for the study's own stories and for other thresholds; and what that does to one rate.
 */
export async function demoAgreement(thresholds = [0.4, 0.45, 0.5, 0.55, 0.6]): Promise<DemoAgreement[]> {
  const database = await openDatabase({ spill: join(tmpdir(), "demo-agreement.spill") });
  const rows = (await database.connection.runAndReadAll(POSTS)).getRowObjects();
  const thousands = Number((await database.connection.runAndReadAll(RESIDENTS)).getRows()[0]![0]);
  database.close();
  const truth = rows.map(({ story }) => String(story));
  const found = (threshold: number) => {
    const finder = new StoryFinder(threshold);
    for (const [i, { text }] of rows.entries()) finder.add(i, String(text));
    return [...finder.stories()].map(String);
  };
  const row = (name: string, stories: readonly string[]): DemoAgreement => {
    const both = pairs(stories.map((story, i) => `${story} ${truth[i]}`));
    const perThousand = (column: string) => {
      const placeOf = new Map<string, unknown>();
      stories.forEach((story, i) => {
        const place = rows[i]![column];
        if (place !== null && !placeOf.has(story)) placeOf.set(story, place);
      });
      return rounded([...placeOf.values()].filter((place) => place === CITY).length / thousands);
    };
    return {
      stories: name,
      recall: rounded(both / pairs(truth)),
      precision: rounded(both / pairs(stories)),
      largest: Math.max(...sizes(stories)),
      rate: perThousand("place"),
      rateOfTruePlaces: perThousand("true_place"),
    };
  };
  return [
    row("as generated", truth),
    row("equal texts", found(1)),
    ...thresholds.map((threshold) => row(`threshold ${threshold}`, found(threshold))),
    row(
      "posts.parquet",
      rows.map(({ story_id }) => String(story_id)),
    ),
  ];
}

/** How many pairs of posts share a group. */
function pairs(groups: readonly string[]): number {
  return sizes(groups).reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

function sizes(groups: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts.values()];
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
