-- title: Stories and posts by programme named
-- population: Posts of the study, by corpus and by the queries or register that brought them in (scope)
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, programme]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   programme: [id, "the programme that a post of the story names"]
--   stories: [count, "stories with it"]
--   posts: [count, "posts with it"]
--   of: [count, "stories of the corpus and scope"]
-- cell: {count: [stories, posts], of: of}

with
  tagged as (
    select posts.corpus, posts.scope, posts.story_id, unnest(annotations.programmes) as programme
    from posts
    join annotations using (post_id)
  ),
  totals as (
    select corpus, scope, count(distinct story_id) as total
    from posts
    group by corpus, scope
  ),
  counts as (
    select corpus, scope, programme, count(distinct story_id) as stories, count(*) as posts
    from tagged
    group by corpus, scope, programme
  )
select
  totals.corpus,
  totals.scope,
  programmes.id as programme,
  coalesce(counts.stories, 0) as stories,
  coalesce(counts.posts, 0) as posts,
  totals.total as of
from totals
cross join programmes
left join counts
  on counts.corpus = totals.corpus and counts.scope = totals.scope and counts.programme = programmes.id
order by totals.corpus, totals.scope, programme
