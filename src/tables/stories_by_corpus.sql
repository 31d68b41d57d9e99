-- title: Stories and posts by corpus and scope
-- population: Posts of the study, by corpus and by the queries or register that brought them in (scope)
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   stories: [count, "stories"]
--   posts: [count, "posts"]
--   sources: [count, "accounts, sites and organisations that published them"]
-- cell: {count: [stories, posts, sources]}

with
  counts as (
    select
      corpus,
      scope,
      count(distinct story_id) as stories,
      count(*) as posts,
      count(distinct source_number) as sources
    from posts
    group by corpus, scope
  )
select
  corpora.id as corpus,
  scopes.id as scope,
  coalesce(counts.stories, 0) as stories,
  coalesce(counts.posts, 0) as posts,
  coalesce(counts.sources, 0) as sources
from corpora
cross join scopes
left join counts on counts.corpus = corpora.id and counts.scope = scopes.id
order by corpus, scope
