-- title: Stories that name boys, girls or both, by map unit
-- population: Stories that name boys, girls or both
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, map_unit, sex]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   map_unit: [id, "the map unit that the story is about"]
--   sex: [id, "whom of the children the story names: boys, girls or both"]
--   stories: [count, "stories"]
-- cell: {count: stories, within: [corpus, scope, map_unit]}

with
  sexes as (
    select
      posts.corpus,
      posts.scope,
      posts.story_id,
      arg_min(posts.language, (posts.published_at, posts.post_id)) as language,
      bool_or(annotations.gender in ('boys', 'both')) as boys,
      bool_or(annotations.gender in ('girls', 'both')) as girls
    from posts
    join annotations using (post_id)
    group by posts.corpus, posts.scope, posts.story_id
  ),
  named as (
    select
      *,
      case when boys and girls then 'both' when boys then 'boys' when girls then 'girls' else 'none' end as sex
    from sexes
  ),
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
    select named.corpus, named.scope, map_unit, named.sex, count(*) as stories
    from named
    join located using (corpus, scope, story_id)
    group by all
  )
select
  corpora.id as corpus,
  scopes.id as scope,
  map_units.id as map_unit,
  kinds.sex,
  coalesce(counts.stories, 0) as stories
from corpora
cross join scopes
cross join map_units
cross join (select unnest(['boys', 'girls', 'both']) as sex) as kinds
left join counts
  on counts.corpus = corpora.id
  and counts.scope = scopes.id
  and counts.map_unit = map_units.id
  and counts.sex = kinds.sex
order by corpus, scope, map_unit, kinds.sex
