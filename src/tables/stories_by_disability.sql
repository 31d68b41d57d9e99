-- title: Stories and posts by disability named
-- population: Posts of the study, by corpus and by the queries or register that brought them in (scope)
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, disability]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   disability: [id, "the disability that a post of the story names"]
--   stories: [count, "stories with it"]
--   posts: [count, "posts with it"]
--   of: [count, "stories of the corpus and scope"]
-- cell: {count: [stories, posts], of: of}

with
  tagged as (
    select posts.corpus, posts.scope, posts.story_id, unnest(annotations.disabilities) as disability
    from posts
    join annotations using (post_id)
  ),
  totals as (
    select corpus, scope, count(distinct story_id) as total
    from posts
    group by corpus, scope
  ),
  counts as (
    select corpus, scope, disability, count(distinct story_id) as stories, count(*) as posts
    from tagged
    group by corpus, scope, disability
  )
select
  totals.corpus,
  totals.scope,
  disabilities.id as disability,
  coalesce(counts.stories, 0) as stories,
  coalesce(counts.posts, 0) as posts,
  totals.total as of
from totals
cross join disabilities
left join counts
  on counts.corpus = totals.corpus and counts.scope = totals.scope and counts.disability = disabilities.id
order by totals.corpus, totals.scope, disability
