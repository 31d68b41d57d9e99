-- title: Stories that name boys, girls, both or none, by language
-- population: Posts of the study, by corpus and by the queries or register that brought them in (scope)
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, language, sex]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   language: [id, "language of the story's first post: kk, ru, mixed, other or none"]
--   sex: [id, "whom of the children the story names: boys, girls, both or none"]
--   stories: [count, "stories"]
-- cell: {count: stories, within: [[corpus, scope, sex], [corpus, scope, language]]}

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
  )
select corpus, scope, language, sex, count(*) as stories
from named
group by all
order by corpus, scope, language, sex
