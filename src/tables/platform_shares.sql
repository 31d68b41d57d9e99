-- title: Shares of platforms, with intervals over sources
-- population: Posts of the inclusive education queries and registers
-- unit: story (copies of one text count once on each platform); resampled by the source of its first post
-- key: [corpus, platform]
-- columns:
--   corpus: [id, the corpus]
--   platform: [id, where the posts were published]
--   stories: [count, stories with a post on the platform]
--   of: [count, stories of the corpus]
--   clusters: [number, sources of the corpus]
--   share: [proportion, stories over of]
--   low: [proportion, lower limit]
--   high: [proportion, upper limit]
-- cell: {count: stories, of: of}
-- interval: percentile bootstrap over sources, tails expanded for few sources, 95%
-- estimate: {kind: cluster-share, groups: [corpus], part: platform, cluster: source, count: stories, replicates: 2000, seed: 20261128}

with
  firsts as (
    select corpus, story_id, arg_min(source_number, (published_at, post_id)) as source
    from posts
    where scope = 'inclusive'
    group by corpus, story_id
  ),
  spoken as (
    select distinct corpus, story_id, platform
    from posts
    where scope = 'inclusive'
  ),
  pieces as (
    select corpus, source, null as platform, count(*) as stories
    from firsts
    group by corpus, source
    union all
    select corpus, source, platform, count(*) as stories
    from firsts
    join spoken using (corpus, story_id)
    group by corpus, source, platform
  )
select corpus, platform::varchar as platform, source, stories
from pieces
order by corpus, source, platform
