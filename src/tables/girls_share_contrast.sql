-- title: Girls' share between scopes
-- population: Stories of the public corpus that name children of exactly one sex
-- unit: story; resampled by the source of its first post in the scope
-- key: [measure]
-- columns:
--   measure: [id, "difference: share of the first scope less that of the second; ratio: the first over the second"]
--   first: [count, "stories of scope inclusive that name girls"]
--   first_of: [count, "stories of scope inclusive that name one sex"]
--   second: [count, "stories of scope general that name girls"]
--   second_of: [count, "stories of scope general that name one sex"]
--   estimate: [number, "the difference or the ratio"]
--   low: [number, "lower limit"]
--   high: [number, "upper limit"]
-- cell: {count: [first, first_of, second, second_of]}
-- interval: percentile bootstrap over sources, 95%
-- estimate: {kind: cluster-bootstrap, group: scope, values: [inclusive, general], hit: girls, clusters: [source], replicates: 2000, seed: 20261123}

with
  stories as (
    select
      posts.scope,
      posts.story_id,
      arg_min(posts.source_number, (posts.published_at, posts.post_id)) as source,
      bool_or(annotations.gender in ('boys', 'both')) as boys,
      bool_or(annotations.gender in ('girls', 'both')) as girls
    from posts
    join annotations using (post_id)
    where posts.corpus = 'public'
    group by posts.scope, posts.story_id
  )
select scope, source, girls
from stories
where boys <> girls
order by scope, story_id
