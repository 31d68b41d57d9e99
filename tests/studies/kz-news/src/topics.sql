-- title: Topics by source
-- question: How often do schools, children and disability appear?
-- population: stories in the study's window
-- unit: story (copies of one text count once)
-- method: /methodology
-- denominator: all stories of the source
-- interval: Wilson score, 95 %
-- limits:
--   - The three sources are what three data sets hold, not a sample of the news.
-- key: [scope, topic]
-- cell: {count: stories, of: total}
-- columns:
--   scope: [id, where the posts come from]
--   topic: [id, topic of topics.yml]
--   stories: [count, stories whose text matches the topic's query]
--   total: [count, all stories of the source]
--   share: [proportion, stories over total]
--   low: [proportion, lower limit of the interval]
--   high: [proportion, upper limit of the interval]
-- chart: {kind: dots, label: topic, x: share, low: low, high: high, by: scope}
select
  scope,
  topic,
  stories,
  total,
  stories / total as share,
  wilson_lower(stories, total) as low,
  wilson_upper(stories, total) as high
from stories_by_topic
order by scope, topic
