-- title: Which map units have neighbours of like rates?
-- population: Stories of the public corpus found by the inclusive education queries that are about one region
-- unit: story (copies of one text count once); a story has the region of its first such post
-- key: [map_unit]
-- columns:
--   map_unit: [id, "the map unit"]
--   stories: [count, "stories about it"]
--   neighbours: [number, "units that border on it"]
--   quadrant: [id, "its rate and its neighbours', each against the mean: high-high, low-low, high-low or low-high"]
--   i: [number, "local Moran's I"]
--   p: [number, "of random placements of the other units' rates, two-sided"]
--   adjusted: [number, "p with false discovery control over the map"]
-- cell: {count: stories, within: [[]]}
-- estimate: {kind: local-moran, unit: map_unit, count: stories, population: population, neighbour: neighbour, draws: 9999, seed: 20261123}

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
select map_units.id as map_unit, coalesce(counts.stories, 0) as stories, map_units.population, neighbours.neighbour
from map_units
left join counts on counts.map_unit = map_units.id
left join neighbours on neighbours.map_unit = map_units.id
where map_units.population > 0
order by map_units.id, neighbours.neighbour
