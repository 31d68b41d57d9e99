-- title: Stories by topic and month
-- population: Posts of the study, by corpus and by the queries or register that brought them in (scope)
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, topic, month]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   topic: [id, "the topic whose query matches a post of the story"]
--   month: [date, "first day of the month"]
--   stories: [count, "stories on the topic whose first post in the corpus and scope falls in the month"]
-- cell: {count: stories, within: [corpus, scope, topic]}

with
  firsts as (
    select corpus, scope, story_id, date_trunc('month', min(local_date))::date as month
    from posts
    group by corpus, scope, story_id
  ),
  story_topics as (
    select distinct posts.corpus, posts.scope, posts.story_id, unnest(annotations.topics) as topic
    from posts
    join annotations using (post_id)
  ),
  counts as (
    select corpus, scope, topic, month, count(*) as stories
    from story_topics
    join firsts using (corpus, scope, story_id)
    group by all
  )
select
  corpora.id as corpus,
  scopes.id as scope,
  topics.id as topic,
  months.month,
  coalesce(counts.stories, 0) as stories
from corpora
cross join scopes
cross join topics
cross join months
left join counts
  on counts.corpus = corpora.id
  and counts.scope = scopes.id
  and counts.topic = topics.id
  and counts.month = months.month
order by corpus, scope, topic, month
