-- title: Shares of stories that name each disability, with intervals over sources
-- population: Posts of the inclusive education queries and registers
-- unit: story (copies of one text count once in each corpus); resampled by the source of its first post
-- key: [corpus, disability]
-- columns:
--   corpus: [id, the corpus]
--   disability: [id, "the disability that a post of the story names"]
--   stories: [count, stories with it]
--   of: [count, stories of the corpus]
--   clusters: [number, sources of the corpus]
--   share: [proportion, stories over of]
--   low: [proportion, lower limit]
--   high: [proportion, upper limit]
-- cell: {count: stories, of: of}
-- interval: percentile bootstrap over sources, tails expanded for few sources, 95%
-- estimate: {kind: cluster-share, groups: [corpus], part: disability, cluster: source, count: stories, replicates: 2000, seed: 20261128}

with
  firsts as (
    select corpus, story_id, arg_min(source_number, (published_at, post_id)) as source
    from posts
    where scope = 'inclusive'
    group by corpus, story_id
  ),
  named as (
    select distinct corpus, posts.story_id, unnest(disabilities) as disability
    from posts
    join annotations using (post_id)
    where scope = 'inclusive'
  ),
  pieces as (
    select corpus, source, null as disability, count(*) as stories
    from firsts
    group by corpus, source
    union all
    select corpus, source, disability, count(*) as stories
    from firsts
    join named using (corpus, story_id)
    group by corpus, source, disability
  )
select corpus, disability::varchar as disability, source, stories
from pieces
order by corpus, source, disability
