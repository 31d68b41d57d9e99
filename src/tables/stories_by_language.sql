-- title: Stories and posts by language
-- population: Posts of the study, by corpus and by the queries or register that brought them in (scope)
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, language]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   language: [id, "language of the story's first post: kk, ru, mixed, other or none"]
--   stories: [count, "stories"]
--   of: [count, "stories of the corpus and scope"]
-- cell: {count: stories, of: of, within: [corpus, scope]}

with
  stories as (
    select corpus, scope, story_id, arg_min(language, (published_at, post_id)) as language
    from posts
    group by corpus, scope, story_id
  )
select
  corpus,
  scope,
  language,
  count(*) as stories,
  sum(count(*)) over (partition by corpus, scope)::bigint as of
from stories
group by corpus, scope, language
order by corpus, scope, language
