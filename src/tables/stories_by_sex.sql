-- title: Stories that name boys, girls, both or none
-- population: Posts of the study, by corpus and by the queries or register that brought them in (scope)
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, sex]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   sex: [id, "whom of the children the story names: boys, girls, both or none"]
--   stories: [count, "stories"]
-- cell: {count: stories, within: [corpus, scope]}

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
  counts as (
    select corpus, scope, sex, count(*) as stories
    from named
    group by all
  )
select
  corpora.id as corpus,
  scopes.id as scope,
  kinds.sex,
  coalesce(counts.stories, 0) as stories
from corpora
cross join scopes
cross join (select unnest(['boys', 'girls', 'both', 'none']) as sex) as kinds
left join counts
  on counts.corpus = corpora.id and counts.scope = scopes.id and counts.sex = kinds.sex
order by corpus, scope, kinds.sex
