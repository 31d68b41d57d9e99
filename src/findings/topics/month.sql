-- title: Stories a month by topic
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/counts
-- validation: topics
-- key: [corpus, topic, month]
-- columns:
--   corpus: [id, the corpus]
--   topic: [id, the topic whose query matches a post of the story]
--   title: [text, the topic's title]
--   month: [date, first day of the month]
--   stories: [count, stories on the topic whose first post in the corpus falls in the month]
-- denominator: None; a story on several topics counts in each.
-- limits:
--   - The counts follow what the collecting tool returned, so a source that starts or stops shows as a change.
--   - A topic is what its query matches; the query's errors are in the counts.
-- cell: {count: stories}
-- chart: {kind: trend, x: month, y: stories, by: corpus, facet: topic}

with
  tagged as (
    select
      posts.corpus,
      posts.story_id,
      posts.local_date,
      annotations.topics as topic_ids
    from posts
    join annotations using (post_id)
    where posts.scope = 'inclusive'
  ),
  first_months as (
    select corpus, story_id, date_trunc('month', min(local_date))::date as month
    from tagged
    group by corpus, story_id
  ),
  story_topics as (
    select distinct corpus, story_id, unnest(topic_ids) as topic
    from tagged
  ),
  counts as (
    select corpus, topic, month, count(*) as stories
    from story_topics
    join first_months using (corpus, story_id)
    group by corpus, topic, month
  )
select
  corpora.id as corpus,
  topics.id as topic,
  topics.title,
  months.month,
  coalesce(counts.stories, 0) as stories
from corpora
cross join topics
cross join months
left join counts on counts.corpus = corpora.id and counts.topic = topics.id and counts.month = months.month
order by corpora.id, topics.id, months.month
