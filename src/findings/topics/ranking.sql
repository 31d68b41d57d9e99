-- title: Topics by share of stories
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/shares
-- validation: topics
-- key: [corpus, topic]
-- columns:
--   corpus: [id, the corpus]
--   topic: [id, the topic whose query matches a post of the story]
--   title: [text, the topic's title]
--   stories: [count, stories on the topic]
--   posts: [count, posts on the topic]
--   of: [count, stories of the corpus]
--   share: [proportion, stories on the topic of stories of the corpus]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories of the corpus. A story may have several topics or none, so shares do not sum to 100%.
-- interval: Wilson, 95%
-- limits:
--   - The interval covers chance alone, as if stories were drawn at random; it does not cover the query's errors.
--   - A topic is what its query matches.
-- cell: {count: stories, of: of}
-- order: [corpus, share desc, topic]
-- chart: {kind: dots, label: topic, x: share, low: low, high: high, by: corpus}

with
  tagged as (
    select
      posts.corpus,
      posts.story_id,
      posts.post_id,
      annotations.topics as topic_ids
    from posts
    join annotations using (post_id)
    where posts.scope = 'inclusive'
  ),
  totals as (
    select corpus, count(distinct story_id) as total
    from tagged
    group by corpus
  ),
  post_topics as (
    select corpus, story_id, post_id, unnest(topic_ids) as topic
    from tagged
  ),
  counts as (
    select corpus, topic, count(distinct story_id) as stories, count(distinct post_id) as posts
    from post_topics
    group by corpus, topic
  )
select
  totals.corpus,
  topics.id as topic,
  topics.title,
  coalesce(counts.stories, 0) as stories,
  coalesce(counts.posts, 0) as posts,
  totals.total as of,
  coalesce(counts.stories, 0) / totals.total as share,
  wilson_lower(coalesce(counts.stories, 0), totals.total) as low,
  wilson_upper(coalesce(counts.stories, 0), totals.total) as high
from totals
cross join topics
left join counts on counts.corpus = totals.corpus and counts.topic = topics.id
order by totals.corpus, share desc, topics.id
