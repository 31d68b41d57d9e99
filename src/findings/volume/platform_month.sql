-- title: Stories a month on each platform
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once on each platform)
-- method: /methodology/counts
-- validation: none
-- key: [corpus, platform, month]
-- columns:
--   corpus: [id, the corpus]
--   platform: [id, where the post was published]
--   month: [date, first day of the month]
--   stories: [count, stories whose first post on the platform falls in the month]
-- headings: {corpus: Corpus, platform: Platform, month: Month, stories: Stories}
-- limits:
--   - Panels share one scale; a platform's count depends on what the collecting tool can reach there.
-- cell: {count: stories}
-- chart: {kind: trend, x: month, y: stories, by: corpus, facet: platform}

with
  spoken as (
    select corpus, platform
    from stories_by_platform
    where scope = 'inclusive' and (stories is null or stories > 0)
  )
select counts.corpus, counts.platform, counts.month, counts.stories
from stories_by_platform_month as counts
join spoken using (corpus, platform)
where counts.scope = 'inclusive'
order by counts.corpus, counts.platform, counts.month
