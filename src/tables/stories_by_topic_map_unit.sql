-- title: Stories by topic and map unit
-- population: Posts of the study that are about one region; a story has the region of its first such post
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, topic, map_unit]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   topic: [id, "the topic whose query matches a post of the story"]
--   map_unit: [id, "the map unit that the story is about"]
--   stories: [count, "stories on the topic about the map unit"]
-- cell: {count: stories, within: [corpus, scope, topic]}

with
  located as (
    select
      posts.corpus,
      posts.scope,
      posts.story_id,
      arg_min(regions.id, (posts.published_at, posts.post_id)) as region,
      arg_min(regions.map_unit, (posts.published_at, posts.post_id)) as map_unit
    from posts
    join annotations using (post_id)
    join regions on regions.id = annotations.place_focus
    group by posts.corpus, posts.scope, posts.story_id
  ),
  story_topics as (
    select distinct posts.corpus, posts.scope, posts.story_id, unnest(annotations.topics) as topic
    from posts
    join annotations using (post_id)
  ),
  counts as (
    select corpus, scope, topic, map_unit, count(*) as stories
    from located
    join story_topics using (corpus, scope, story_id)
    group by all
  )
select
  corpora.id as corpus,
  scopes.id as scope,
  topics.id as topic,
  map_units.id as map_unit,
  coalesce(counts.stories, 0) as stories
from corpora
cross join scopes
cross join topics
cross join map_units
left join counts
  on counts.corpus = corpora.id
  and counts.scope = scopes.id
  and counts.topic = topics.id
  and counts.map_unit = map_units.id
order by corpus, scope, topic, map_unit
