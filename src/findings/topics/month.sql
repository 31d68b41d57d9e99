-- title: Stories a month by topic
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/counts
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

select
  counts.corpus,
  counts.topic,
  topics.title,
  counts.month,
  counts.stories
from stories_by_topic_month as counts
join topics on topics.id = counts.topic
where counts.scope = 'inclusive'
order by counts.corpus, counts.topic, counts.month
