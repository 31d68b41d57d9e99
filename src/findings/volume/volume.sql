-- title: Stories and posts on inclusive education a month
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/counts
-- validation: none
-- key: [corpus, month]
-- columns:
--   corpus: [id, the corpus]
--   month: [date, first day of the month]
--   stories: [count, stories whose first post in the corpus falls in the month]
--   posts: [count, posts of the month]
--   event: [id, an event of the study that falls in the month]
--   coverage: [id, whether a source of the corpus starts or stops]
-- headings: {corpus: Corpus, month: Month, stories: Stories, posts: Posts, event: Event, coverage: Coverage}
-- limits:
--   - The counts follow what the collecting tool returned, so a source that starts or stops shows as a change.
--   - Of the public a source is seen to start or stop only where it publishes at least twice a month and is silent for two months at the window's end.
-- cell: {count: stories}
-- labels:
--   coverage: {organisations-start: a source of the organisations starts, organisations-stop: a source of the organisations stops, organisations-both: sources of the organisations start and stop, public-start: a source of the public starts, public-stop: a source of the public stops, public-both: sources of the public start and stop}
-- chart: {kind: trend, x: month, y: stories, by: corpus, marks: [event, coverage]}

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
  )
select
  counts.corpus,
  counts.month,
  counts.stories,
  counts.posts,
  happened.event,
  coverage.coverage
from stories_by_month as counts
left join happened using (month)
left join coverage using (corpus, month)
where counts.scope = 'inclusive'
order by counts.corpus, counts.month
