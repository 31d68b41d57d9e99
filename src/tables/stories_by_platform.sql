-- title: Stories and posts by platform
-- population: Posts of the study, by corpus and by the queries or register that brought them in (scope)
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, platform]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   platform: [id, "where the posts were published"]
--   stories: [count, "stories with it"]
--   posts: [count, "posts with it"]
--   of: [count, "stories of the corpus and scope"]
-- cell: {count: [stories, posts], of: of}

with
  tagged as (
    select corpus, scope, platform, story_id
    from posts
  ),
  totals as (
    select corpus, scope, count(distinct story_id) as total
    from posts
    group by corpus, scope
  ),
  counts as (
    select corpus, scope, platform, count(distinct story_id) as stories, count(*) as posts
    from tagged
    group by corpus, scope, platform
  )
select
  totals.corpus,
  totals.scope,
  platforms.id as platform,
  coalesce(counts.stories, 0) as stories,
  coalesce(counts.posts, 0) as posts,
  totals.total as of
from totals
cross join platforms
left join counts
  on counts.corpus = totals.corpus and counts.scope = totals.scope and counts.platform = platforms.id
order by totals.corpus, totals.scope, platform
