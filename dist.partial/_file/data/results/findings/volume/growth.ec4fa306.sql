with
  shared_months as (
    select month(month) as calendar_month
    from months
    group by calendar_month
    having count(*) > 1
  )
select
  corpus,
  year(month)::varchar as period,
  (count(*) filter (where stories is null or stories > 0))::integer as months,
  whole_sum(stories) as stories
from stories_by_month
where scope = 'inclusive' and month(month) in (select calendar_month from shared_months)
group by corpus, period
order by corpus, period;
