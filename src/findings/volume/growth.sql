-- title: The same months of two years
-- question: What is the content of online discussions on inclusive education, and does it grow?
-- population: stories of the scope inclusive whose first post falls in a calendar month that the window holds twice
-- unit: story (copies of one text count once)
-- method: /methodology/counts
-- limits:
--   - The counts follow what the collecting tool returned, so a source that starts or stops shows as a change.
--   - Connectivity was cut for most of 5 to 10 January 2022, which makes the earlier period lower.
-- validation: none
-- headings: {corpus: Corpus, period: Year, months: Months, stories: Stories}
-- key: [corpus, period]
-- cell: {count: stories}
-- columns:
--   corpus: [id, the corpus]
--   period: [id, the year]
--   months: [count, calendar months compared]
--   stories: [count, stories whose first post in the corpus falls in these months of the year]
-- choices: methodology/robustness/growth

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
order by corpus, period
