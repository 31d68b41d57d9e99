-- title: Limits of the Lorenz curve at each map unit
-- population: Posts of the inclusive education queries and registers that are about one region; a story has the region of its first such post
-- unit: story (copies of one text count once in each corpus); resampled by source
-- key: [corpus, map_unit]
-- columns:
--   corpus: [id, the corpus]
--   map_unit: [id, the map unit that the story is about]
--   things: [count, stories about it]
--   low: [proportion, "lower limit of the stories on as many residents, those of the lowest rates, as live in it and in all with lower rates"]
--   high: [proportion, upper limit]
-- cell: {count: things, within: [corpus]}
-- interval: percentile bootstrap over sources, 95%
-- estimate: {kind: lorenz-band, groups: [corpus], unit: map_unit, population: population, cluster: source, things: things, replicates: 2000, seed: 20261128}

with
  located as (
    select
      posts.corpus,
      posts.story_id,
      arg_min(regions.map_unit, (posts.published_at, posts.post_id)) as map_unit,
      arg_min(posts.source_number, (posts.published_at, posts.post_id)) as source
    from posts
    join annotations using (post_id)
    join regions on regions.id = annotations.place_focus
    where posts.scope = 'inclusive'
    group by posts.corpus, posts.story_id
  ),
  placed as (
    select corpus, map_unit, source, story_id
    from located
    union all
    select corpora.id as corpus, map_units.id as map_unit, null as source, null as story_id
    from corpora
    cross join map_units
  )
select corpus, map_unit, population, source, count(story_id) as things
from placed
join map_units on map_units.id = placed.map_unit
where population > 0
group by all
-- Sources are drawn in the order in which they appear.
order by corpus, map_unit, min(story_id)
