-- title: Stories and posts by barrier named
-- population: Posts of the study, by corpus and by the queries or register that brought them in (scope)
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, barrier]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   barrier: [id, "the barrier that a post of the story names"]
--   stories: [count, "stories with it"]
--   posts: [count, "posts with it"]
--   of: [count, "stories of the corpus and scope"]
-- cell: {count: [stories, posts], of: of}

with
  tagged as (
    select posts.corpus, posts.scope, posts.story_id, unnest(annotations.barriers) as barrier
    from posts
    join annotations using (post_id)
  ),
  totals as (
    select corpus, scope, count(distinct story_id) as total
    from posts
    group by corpus, scope
  ),
  counts as (
    select corpus, scope, barrier, count(distinct story_id) as stories, count(*) as posts
    from tagged
    group by corpus, scope, barrier
  )
select
  totals.corpus,
  totals.scope,
  barriers.id as barrier,
  coalesce(counts.stories, 0) as stories,
  coalesce(counts.posts, 0) as posts,
  totals.total as of
from totals
cross join barriers
left join counts
  on counts.corpus = totals.corpus and counts.scope = totals.scope and counts.barrier = barriers.id
order by totals.corpus, totals.scope, barrier
