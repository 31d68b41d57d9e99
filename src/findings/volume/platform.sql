-- title: Where each corpus speaks, by platform
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once on each platform)
-- method: /methodology/shares
-- validation: none
-- key: [corpus, platform]
-- columns:
--   corpus: [id, "the corpus, or the country's market where the study gives its shares"]
--   platform: [id, where the post was published]
--   stories: [count, stories with a post on the platform]
--   posts: [count, posts on the platform]
--   of: [count, stories of the corpus]
--   share: [proportion, stories on the platform of stories of the corpus]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- headings: {corpus: Corpus, platform: Platform, stories: Stories, posts: Posts, of: Of, share: Share, low: From, high: To}
-- denominator: Stories of the corpus. A story on two platforms counts on both, so shares may sum to over 100%.
-- interval: percentile bootstrap over sources, 95%
-- limits:
--   - A platform's share depends on what the collecting tool can reach there.
--   - Stories of one source are alike, so sources are drawn whole; few sources make wide intervals.
--   - The organisations were chosen by hand; their platforms say nothing of other organisations.
-- choices: methodology/robustness/platforms
-- order: [corpus, share desc, platform]
-- labels:
--   corpus: {market: Users in the country}
-- chart: {kind: dumbbell, label: platform, x: share, low: low, high: high, by: corpus}

select
  counts.corpus,
  counts.platform,
  counts.stories,
  counts.posts,
  counts.of,
  counts.stories / counts.of as share,
  shares.low,
  shares.high
from stories_by_platform as counts
left join platform_shares as shares using (corpus, platform)
where counts.scope = 'inclusive' and (counts.stories is null or counts.stories > 0)
union all
select
  'market' as corpus,
  id as platform,
  null as stories,
  null as posts,
  null as of,
  market_share as share,
  null as low,
  null as high
from platforms
where market_share is not null
order by corpus, share desc, platform
