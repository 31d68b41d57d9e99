-- title: Whether the corpora differ in their platforms
-- population: Posts of the inclusive education queries and registers
-- unit: story, on the platform of its first post in the corpus
-- key: [platforms]
-- columns:
--   platforms: [id, "all platforms, or those that both corpora speak on (shared)"]
--   stories: [count, stories compared]
--   least: [count, "stories of the smallest cell but 0, from which chi-square could be turned back into counts"]
--   statistic: [number, Pearson's chi-square of corpus by platform]
--   df: [number, degrees of freedom]
--   v: [number, "Cramér's V, 0 to 1"]
--   v_corrected: [number, "Cramér's V without its bias (Bergsma)"]
--   p: [proportion, p of no difference; 0 where it is below the smallest number]
--   log10_p: [number, decimal logarithm of p]
--   p_adjusted: [proportion, p by Benjamini and Hochberg among the rows]
-- cell: {count: [stories, least]}
-- estimate: {kind: association, series: [platforms], rows: corpus, columns: platform, count: stories}

with
  firsts as (
    select corpus, story_id, arg_min(platform, (published_at, post_id)) as platform
    from posts
    where scope = 'inclusive'
    group by corpus, story_id
  ),
  found as (
    select corpus, platform, count(*) as stories
    from firsts
    group by all
  ),
  -- Platforms with few stories of a corpus count as one, so that they do not withhold the rest.
  counts as (
    select
      corpus,
      case when platform in (select platform from found cross join study where stories < threshold) then 'few' else platform end as platform,
      sum(stories) as stories
    from found
    group by all
  ),
  shared as (
    select platform
    from counts
    group by platform
    having count(*) > 1
  )
select 'all' as platforms, corpus, platform, stories::double as stories
from counts
union all
select 'shared' as platforms, corpus, platform, stories::double as stories
from counts
join shared using (platform)
order by platforms, corpus, platform
