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
--   event: [id, an event of the study that falls in the month]
--   coverage: [id, whether a source of the corpus starts or stops]
-- headings: {corpus: Corpus, platform: Platform, month: Month, stories: Stories, event: Event, coverage: Coverage}
-- limits:
--   - Panels share one scale; a platform's count depends on what the collecting tool can reach there.
--   - Of the public a source is seen to start or stop only where it publishes at least twice a month and is silent for two months at the window's end.
-- cell: {count: stories}
-- labels:
--   coverage: {organisations-start: a source of the organisations starts, organisations-stop: a source of the organisations stops, organisations-both: sources of the organisations start and stop, public-start: a source of the public starts, public-stop: a source of the public stops, public-both: sources of the public start and stop}
-- chart: {kind: trend, x: month, y: stories, by: corpus, facet: platform, marks: [event, coverage]}

with
  coverage as (
    select corpus, month as month, corpus || '-' || case when count(distinct change) > 1 then 'both' else min(change) end as coverage
    from source_changes_by_month
    where sources is null or sources > 0
    group by 1, 2
  ),
  happened as (
    select date_trunc('month', first_day)::date as month, min(id) as event
    from events
    group by 1
  ),
  spoken as (
    select corpus, platform
    from stories_by_platform
    where scope = 'inclusive' and (stories is null or stories > 0)
  )
select counts.corpus, counts.platform, counts.month, counts.stories, happened.event, coverage.coverage
from stories_by_platform_month as counts
join spoken using (corpus, platform)
left join happened using (month)
left join coverage using (corpus, month)
where counts.scope = 'inclusive'
order by counts.corpus, counts.platform, counts.month
