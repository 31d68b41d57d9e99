-- title: Stories on inclusive education a week
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/counts
-- validation: none
-- key: [corpus, week]
-- columns:
--   corpus: [id, the corpus]
--   week: [date, "first day of the week, a Monday"]
--   stories: [count, "stories whose first post in the corpus falls in the week, rounded down to a multiple of the threshold"]
--   event: [id, an event of the study that begins in the week]
--   coverage: [id, "whether a source of the corpus starts or stops in the month that begins in the week"]
-- headings: {corpus: Corpus, week: Week of, stories: Stories, event: Event, coverage: Coverage}
-- limits:
--   - Weeks are rounded down to a multiple of the threshold, since weeks less months would tell what falls in a few days.
--   - A first or last week of which the window has some days only is left out.
--   - Of the public a source is seen to start or stop only where it publishes at least twice a month and is silent for two months at the window's end.
-- cell: {count: stories}
-- labels:
--   coverage: {organisations-start: a source of the organisations starts, organisations-stop: a source of the organisations stops, organisations-both: sources of the organisations start and stop, public-start: a source of the public starts, public-stop: a source of the public stops, public-both: sources of the public start and stop}
-- chart: {kind: trend, x: week, y: stories, by: corpus, marks: [event, coverage]}

with
  coverage as (
    select corpus, date_trunc('week', month)::date as week, corpus || '-' || case when count(distinct change) > 1 then 'both' else min(change) end as coverage
    from source_changes_by_month
    where sources is null or sources > 0
    group by 1, 2
  ),
  happened as (
    select date_trunc('week', first_day)::date as week, min(id) as event
    from events
    group by 1
  )
select counts.corpus, counts.week, counts.stories, happened.event, coverage.coverage
from stories_by_week as counts
left join happened using (week)
left join coverage using (corpus, week)
where counts.scope = 'inclusive' and counts.span = 'whole'
order by counts.corpus, counts.week
