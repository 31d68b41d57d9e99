-- title: Stories by the evidence for their region
-- population: Posts of the study, by corpus and by the queries or register that brought them in (scope)
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, place_source]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   place_source: [id, "the evidence for the one region that the story is about: title, text, organisation or none"]
--   stories: [count, "stories located by this evidence"]
--   of: [count, "stories of the corpus and scope"]
-- cell: {count: stories, of: of, within: [corpus, scope]}

with
  stories as (
    select
      posts.corpus,
      posts.scope,
      posts.story_id,
      coalesce(
        arg_min(annotations.place_source, (posts.published_at, posts.post_id))
          filter (where annotations.place_source <> 'none'),
        'none'
      ) as place_source
    from posts
    join annotations using (post_id)
    group by posts.corpus, posts.scope, posts.story_id
  )
select
  corpus,
  scope,
  place_source,
  count(*) as stories,
  sum(count(*)) over (partition by corpus, scope)::bigint as of
from stories
group by corpus, scope, place_source
order by corpus, scope, place_source
