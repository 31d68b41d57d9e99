-- title: Stories on inclusive education per 1,000 residents
-- question: Where do people discuss inclusive education?
-- population: Posts of the public corpus found by the inclusive education queries that are about one region
-- unit: story (copies of one text count once)
-- method: /methodology/rates
-- validation: places
-- key: [map_unit]
-- columns:
--   map_unit: [id, "the region, as it was before the split of June 2022"]
--   name: [text, the region's name]
--   stories: [count, stories about the region in the whole window]
--   population: [number, "residents, mean of the counts of 1 January of each year"]
--   rate: ["per 1,000 residents", "stories per 1,000 residents over the whole window"]
--   low: ["per 1,000 residents", lower limit of the rate]
--   high: ["per 1,000 residents", upper limit of the rate]
-- denominator: Residents of the region, mean of the window's years
-- interval: exact Poisson (Garwood), 95%
-- limits:
--   - A story has a place only where it names one more often than any other.
--   - The interval covers chance alone; it does not cover how places were read.
--   - What concerns the whole country is often dated from the two largest cities.
-- cell: {count: stories}
-- order: [rate desc, map_unit]
-- chart: {kind: map, unit: map_unit, x: rate, low: low, high: high}

with
  located as (
    select
      posts.story_id,
      posts.post_id,
      posts.published_at,
      regions.map_unit
    from posts
    join annotations using (post_id)
    join regions on regions.id = annotations.place_focus
    where posts.corpus = 'public' and posts.scope = 'inclusive'
  ),
  stories as (
    select story_id, arg_min(map_unit, (published_at, post_id)) as map_unit
    from located
    group by story_id
  ),
  counts as (
    select map_units.id, count(stories.story_id) as stories
    from map_units
    left join stories on stories.map_unit = map_units.id
    group by map_units.id
  )
select
  map_units.id as map_unit,
  map_units.name,
  counts.stories,
  map_units.population,
  1000 * counts.stories / map_units.population as rate,
  1000 * garwood.lower / map_units.population as low,
  1000 * garwood.upper / map_units.population as high
from map_units
join counts on counts.id = map_units.id
join garwood on garwood.count = counts.stories
order by rate desc, map_units.id
