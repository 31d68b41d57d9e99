-- title: Stories by region
-- population: Posts of the study that are about one region; a story has the region of its first such post
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, region]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   region: [id, "the region that the story is about"]
--   map_unit: [id, "its map unit"]
--   stories: [count, "stories about the region"]
-- cell: {count: stories, within: [[corpus, scope], [corpus, scope, map_unit]]}

with
  located as (
    select
      posts.corpus,
      posts.scope,
      posts.story_id,
      arg_min(regions.id, (posts.published_at, posts.post_id)) as region,
      arg_min(regions.map_unit, (posts.published_at, posts.post_id)) as map_unit
    from posts
    join annotations using (post_id)
    join regions on regions.id = annotations.place_focus
    group by posts.corpus, posts.scope, posts.story_id
  ),
  counts as (
    select corpus, scope, region, count(*) as stories
    from located
    group by corpus, scope, region
  )
select
  corpora.id as corpus,
  scopes.id as scope,
  regions.id as region,
  regions.map_unit,
  coalesce(counts.stories, 0) as stories
from corpora
cross join scopes
cross join regions
left join counts
  on counts.corpus = corpora.id and counts.scope = scopes.id and counts.region = regions.id
order by corpus, scope, region
