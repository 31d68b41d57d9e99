-- title: Stories by pair of topics
-- population: Posts of the study, by corpus and by the queries or register that brought them in (scope)
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, topic, other_topic]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   topic: [id, "a topic"]
--   other_topic: [id, "another topic, later by id"]
--   stories: [count, "stories on both topics"]
--   of: [count, "stories of the corpus and scope"]
-- cell: {count: stories, of: of}

with
  story_topics as (
    select distinct posts.corpus, posts.scope, posts.story_id, unnest(annotations.topics) as topic
    from posts
    join annotations using (post_id)
  ),
  totals as (
    select corpus, scope, count(distinct story_id) as total
    from posts
    group by corpus, scope
  ),
  counts as (
    select one.corpus, one.scope, one.topic, other.topic as other_topic, count(*) as stories
    from story_topics as one
    join story_topics as other using (corpus, scope, story_id)
    where one.topic < other.topic
    group by all
  )
select
  totals.corpus,
  totals.scope,
  topics.id as topic,
  others.id as other_topic,
  coalesce(counts.stories, 0) as stories,
  totals.total as of
from totals
cross join topics
join topics as others on topics.id < others.id
left join counts
  on counts.corpus = totals.corpus
  and counts.scope = totals.scope
  and counts.topic = topics.id
  and counts.other_topic = others.id
order by totals.corpus, totals.scope, topic, other_topic
