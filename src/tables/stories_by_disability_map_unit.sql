-- title: Stories by disability named and map unit
-- population: Posts of the study that are about one region; a story has the region of its first such post
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, disability, map_unit]
-- columns:
--   corpus: [id, the corpus]
--   scope: [id, the scope]
--   disability: [id, "the disability that a post of the story names, or any of them"]
--   map_unit: [id, the map unit that the story is about]
--   stories: [count, stories about the map unit that name it]
--   of: [count, stories about the map unit]
-- cell: {count: stories, of: of}

with
  located as (
    select posts.corpus, posts.scope, posts.story_id, arg_min(regions.map_unit, (posts.published_at, posts.post_id)) as map_unit
    from posts
    join annotations using (post_id)
    join regions on regions.id = annotations.place_focus
    group by posts.corpus, posts.scope, posts.story_id
  ),
  tagged as (
    select distinct posts.corpus, posts.scope, posts.story_id, unnest(annotations.disabilities) as disability
    from posts
    join annotations using (post_id)
  ),
  both_ways as (
    select * from tagged
    union all
    select distinct corpus, scope, story_id, 'any' as disability from tagged
  ),
  counts as (
    select corpus, scope, disability, map_unit, count(*) as stories
    from located
    join both_ways using (corpus, scope, story_id)
    group by all
  ),
  totals as (
    select corpus, scope, map_unit, count(*) as total
    from located
    group by all
  ),
  named as (
    select id from disabilities
    union all
    select 'any' as id
  )
select
  totals.corpus,
  totals.scope,
  named.id as disability,
  totals.map_unit,
  coalesce(counts.stories, 0) as stories,
  totals.total as of
from totals
cross join named
left join counts
  on counts.corpus = totals.corpus
  and counts.scope = totals.scope
  and counts.disability = named.id
  and counts.map_unit = totals.map_unit
order by totals.corpus, totals.scope, named.id, totals.map_unit
