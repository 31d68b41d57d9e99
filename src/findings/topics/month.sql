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
--   month: [date, first day of the month]
--   stories: [count, stories on the topic whose first post in the corpus falls in the month]
-- denominator: None; a story on several topics counts in each.
-- limits:
--   - The counts follow what the collecting tool returned, so a source that starts or stops shows as a change.
--   - A topic is what its query matches; the query's errors are in the counts.
-- cell: {count: stories}
-- headings: {corpus: Corpus, topic: Topic, month: Month, stories: Stories}
-- chart: {kind: trend, x: month, y: stories, by: corpus, facet: topic}

select
  counts.corpus,
  counts.topic,
  counts.month,
  counts.stories
from stories_by_topic_month as counts
where counts.scope = 'inclusive'
order by counts.corpus, counts.topic, counts.month
