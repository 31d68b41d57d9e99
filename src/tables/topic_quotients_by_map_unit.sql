-- title: Location quotients of topics
-- population: Stories of the public corpus found by the inclusive education queries that are about one region
-- unit: story (copies of one text count once); a story has the region of its first such post
-- key: [topic, map_unit]
-- columns:
--   topic: [id, "the topic whose query matches a post of the story"]
--   map_unit: [id, "the map unit that the story is about"]
--   inside: [count, "stories on the topic about the map unit"]
--   region: [count, "stories about the map unit"]
--   topic_stories: [count, "stories on the topic that are about one region"]
--   located: [count, "stories about one region"]
--   quotient: [number, "the topic's share of the map unit's stories over its share of all"]
--   low: [number, "lower limit"]
--   high: [number, "upper limit"]
--   p: [number, "two-sided, that the quotient is 1"]
--   adjusted: [number, "p with false discovery control over all topics and map units"]
-- cell: {count: [inside, region, topic_stories, located], within: [topic]}
-- interval: delta method on the logarithm, 95%
-- estimate: {kind: location-quotients, keys: [topic, map_unit]}

with
  located as (
    select
      posts.story_id,
      arg_min(regions.map_unit, (posts.published_at, posts.post_id)) as map_unit
    from posts
    join annotations using (post_id)
    join regions on regions.id = annotations.place_focus
    where posts.corpus = 'public' and posts.scope = 'inclusive'
    group by posts.story_id
  ),
  story_topics as (
    select distinct posts.story_id, unnest(annotations.topics) as topic
    from posts
    join annotations using (post_id)
    where posts.corpus = 'public' and posts.scope = 'inclusive'
  ),
  pairs as (
    select map_unit, topic
    from located
    join story_topics using (story_id)
  ),
  inside as (
    select map_unit, topic, count(*) as stories
    from pairs
    group by map_unit, topic
  ),
  by_topic as (
    select topic, count(*) as stories
    from pairs
    group by topic
  ),
  counts as (
    select map_unit, count(*) as stories
    from located
    group by map_unit
  )
select
  topics.id as topic,
  map_units.id as map_unit,
  coalesce(inside.stories, 0) as inside,
  coalesce(counts.stories, 0) as region,
  coalesce(by_topic.stories, 0) as topic_stories,
  (select count(*) from located) as located
from topics
cross join map_units
left join counts on counts.map_unit = map_units.id
left join by_topic on by_topic.topic = topics.id
left join inside on inside.map_unit = map_units.id and inside.topic = topics.id
order by topics.id, map_units.id
