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
with
  stories as (
    select posts.scope, posts.story_id, flatten(list(annotations.topics)) as topics
    from posts
    join annotations using (post_id)
    group by posts.scope, posts.story_id
  ),
  totals as (
    select scope, count(*) as total
    from stories
    group by scope
  ),
  counted as (
    select
      totals.scope,
      topics.id as topic,
      totals.total,
      count(stories.story_id) as stories
    from totals
    cross join topics
    left join stories on stories.scope = totals.scope and list_contains(stories.topics, topics.id)
    group by totals.scope, topics.id, totals.total
  )
select
  scope,
  topic,
  stories::integer as stories,
  total::integer as total,
  stories / total as share,
  wilson_lower(stories, total) as low,
  wilson_upper(stories, total) as high
from counted
order by scope, topic
