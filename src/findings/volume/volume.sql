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
--   coverage: [id, "whether organisations of the register start or stop in the month"]
-- headings: {corpus: Corpus, month: Month, stories: Stories, posts: Posts, event: Event, coverage: Coverage}
-- limits:
--   - The counts follow what the collecting tool returned, so a source that starts or stops shows as a change.
--   - A source is seen to start or stop only where it is an organisation of the register.
-- cell: {count: stories}
-- labels:
--   coverage: {start: a source of the organisations starts, stop: a source of the organisations stops, both: sources of the organisations start and stop}
-- chart: {kind: trend, x: month, y: stories, by: corpus, marks: [event, coverage]}

with
  spans as (
    select
      organisation,
      min(month) filter (where posts is null or posts > 0) as first_month,
      max(month) filter (where posts is null or posts > 0) as last_month
    from posts_by_organisation_month
    group by organisation
  ),
  ends as (
    select min(month) as first_month, max(month) as last_month
    from months
  ),
  changes as (
    select spans.first_month as month, 'start' as change
    from spans, ends
    where spans.first_month > ends.first_month
    union all
    select spans.last_month as month, 'stop' as change
    from spans, ends
    where spans.last_month < ends.last_month
  ),
  coverage as (
    select month, case when count(distinct change) > 1 then 'both' else min(change) end as coverage
    from changes
    group by month
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
  case when counts.corpus = 'organisations' then coverage.coverage end as coverage
from stories_by_month as counts
left join happened using (month)
left join coverage using (month)
where counts.scope = 'inclusive'
order by counts.corpus, counts.month
