-- title: Stories by source and topic
-- population: stories in the study's window
-- unit: story (copies of one text count once)
-- key: [scope, topic]
-- columns:
--   scope: [id, where the posts come from]
--   topic: [id, topic of topics.yml]
--   stories: [count, stories whose text matches the topic's query]
--   total: [count, all stories of the source]
-- cell: {count: stories, of: total}

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
  )
select
  totals.scope,
  topics.id as topic,
  count(stories.story_id) as stories,
  totals.total
from totals
cross join topics
left join stories on stories.scope = totals.scope and list_contains(stories.topics, topics.id)
group by totals.scope, topics.id, totals.total
order by totals.scope, topic
