-- title: Stories by how many topics they have
-- population: Posts of the study, by corpus and by the queries or register that brought them in (scope)
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, topics_found]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   topics_found: [id, "how many topics' queries match the story; 5 stands for more too"]
--   stories: [count, "stories"]
-- cell: {count: stories, within: [corpus, scope]}

with
  story_topics as (
    select distinct posts.corpus, posts.scope, posts.story_id, unnest(annotations.topics) as topic
    from posts
    join annotations using (post_id)
  ),
  found as (
    select corpus, scope, story_id, count(*) as topics
    from story_topics
    group by corpus, scope, story_id
  ),
  stories as (
    select distinct corpus, scope, story_id
    from posts
  ),
  counts as (
    select corpus, scope, least(coalesce(topics, 0), 5)::varchar as topics_found, count(*) as stories
    from stories
    left join found using (corpus, scope, story_id)
    group by all
  )
select corpora.id as corpus, scopes.id as scope, kinds.topics_found, coalesce(counts.stories, 0) as stories
from corpora
cross join scopes
cross join (select unnest(range(0, 6))::varchar as topics_found) as kinds
left join counts
  on counts.corpus = corpora.id and counts.scope = scopes.id and counts.topics_found = kinds.topics_found
order by corpus, scope, topics_found
