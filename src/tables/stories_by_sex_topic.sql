-- title: Stories that name boys, girls or both, by topic
-- population: Stories that name boys, girls or both
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, topic, sex]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   topic: [id, "the topic whose query matches a post of the story"]
--   sex: [id, "whom of the children the story names: boys, girls or both"]
--   stories: [count, "stories"]
-- cell: {count: stories, within: [corpus, scope, topic]}

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
  story_topics as (
    select distinct posts.corpus, posts.scope, posts.story_id, unnest(annotations.topics) as topic
    from posts
    join annotations using (post_id)
  ),
  counts as (
    select named.corpus, named.scope, topic, named.sex, count(*) as stories
    from named
    join story_topics using (corpus, scope, story_id)
    group by all
  )
select
  corpora.id as corpus,
  scopes.id as scope,
  topics.id as topic,
  kinds.sex,
  coalesce(counts.stories, 0) as stories
from corpora
cross join scopes
cross join topics
cross join (select unnest(['boys', 'girls', 'both']) as sex) as kinds
left join counts
  on counts.corpus = corpora.id
  and counts.scope = scopes.id
  and counts.topic = topics.id
  and counts.sex = kinds.sex
order by corpus, scope, topic, kinds.sex
