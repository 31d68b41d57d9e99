-- title: Rates of map units, smoothed
-- population: Stories of the public corpus found by the inclusive education queries that are about one region
-- unit: story (copies of one text count once); a story has the region of its first such post
-- key: [map_unit]
-- columns:
--   map_unit: [id, "the map unit that the story is about"]
--   stories: [count, "stories about it"]
--   population: [number, "its residents"]
--   rate: ["per 1,000 residents", "stories over residents"]
--   smoothed: ["per 1,000 residents", "the rate drawn towards the mean of all units, the more the fewer residents"]
-- cell: {count: stories, within: [[]]}
-- estimate: {kind: eb-rates, unit: map_unit, count: stories, population: population}

with
  located as (
    select
      posts.story_id,
      arg_min(regions.map_unit, (posts.published_at, posts.post_id)) as map_unit
    from posts
    join annotations using (post_id)
    join regions on regions.id = annotations.place_focus
    where posts.corpus = 'public' and posts.scope = 'inclusive'
    group by posts.story_id
  ),
  counts as (
    select map_unit, count(*) as stories
    from located
    group by map_unit
  )
select map_units.id as map_unit, coalesce(counts.stories, 0) as stories, map_units.population
from map_units
left join counts on counts.map_unit = map_units.id
where map_units.population > 0
order by map_units.id
