-- title: Do neighbouring map units have like rates?
-- population: Stories of the public corpus found by the inclusive education queries that are about one region
-- unit: story (copies of one text count once); a story has the region of its first such post
-- key: [measure]
-- columns:
--   measure: [id, "moran"]
--   stories: [count, "stories about one map unit"]
--   units: [number, "map units"]
--   i: [number, "Moran's I of the rates' deviates"]
--   expected: [number, "Moran's I were rates placed at random"]
--   z: [number, "distance from that in standard deviations, by the normal approximation"]
--   p: [number, "share of random placements with an I as high, one-sided"]
--   draws: [number, "random placements"]
-- cell: {count: stories}
-- interval: none; the p is of random placements of the rates on the map
-- estimate: {kind: moran, unit: map_unit, count: stories, population: population, neighbour: neighbour, draws: 9999, seed: 20261123}

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
