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
-- choices: methodology/robustness/autism
-- cell: {count: stories, of: of}
-- order: [corpus, share desc, topic]
-- headings: {corpus: Corpus, topic: Topic, stories: Stories, posts: Posts, of: Of, share: Share, low: From, high: To}
-- chart: {kind: dots, label: topic, x: share, low: low, high: high, by: corpus}

select
  counts.corpus,
  counts.topic,
  counts.stories,
  counts.posts,
  counts.of,
  counts.stories / counts.of as share,
  wilson_lower(counts.stories, counts.of) as low,
  wilson_upper(counts.stories, counts.of) as high
from stories_by_topic as counts
where counts.scope = 'inclusive'
order by counts.corpus, share desc, counts.topic
