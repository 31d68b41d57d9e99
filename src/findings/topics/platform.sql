-- title: Where each corpus speaks, by platform
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (near-identical posts count once on each platform)
-- method: /methodology/shares
-- validation: none
-- key: [corpus, platform]
-- columns:
--   corpus: [id, the corpus]
--   platform: [id, where the post was published]
--   stories: [count, stories with a post on the platform]
--   posts: [count, posts on the platform]
--   of: [count, stories of the corpus]
--   share: [proportion, stories on the platform of stories of the corpus]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories of the corpus. A story on two platforms counts on both, so shares may sum to over 100%.
-- interval: Wilson, 95%
-- limits:
--   - A platform's share depends on what the collecting tool can reach there.
--   - The organisations were chosen by hand; their platforms say nothing of other organisations.
-- cell: {count: stories, of: of}
-- order: [corpus, share desc, platform]
-- chart: {kind: dots, label: platform, x: share, low: low, high: high, by: corpus}

with
  inclusive as (
    select corpus, platform, story_id
    from posts
    where scope = 'inclusive'
  ),
  totals as (
    select corpus, count(distinct story_id) as total
    from inclusive
    group by corpus
  ),
  counts as (
    select corpus, platform, count(distinct story_id) as stories, count(*) as posts
    from inclusive
    group by corpus, platform
  )
select
  counts.corpus,
  counts.platform,
  counts.stories,
  counts.posts,
  totals.total as of,
  counts.stories / totals.total as share,
  wilson_lower(counts.stories, totals.total) as low,
  wilson_upper(counts.stories, totals.total) as high
from counts
join totals using (corpus)
order by counts.corpus, share desc, counts.platform
