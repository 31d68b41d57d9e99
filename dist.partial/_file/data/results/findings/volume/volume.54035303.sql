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
order by counts.corpus, counts.month;
