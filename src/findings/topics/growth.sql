-- title: The same months of two years
-- question: What is the content of online discussions on inclusive education, and does it grow?
-- population: stories of the scope inclusive whose first post falls in a calendar month that the window holds twice
-- unit: story (copies of one text count once)
-- method: /methodology/counts
-- limits:
--   - The counts follow what the collecting tool returned, so a source that starts or stops shows as a change.
--   - Connectivity was cut for most of 5 to 10 January 2022, which makes the earlier period lower.
-- validation: none
-- key: [corpus, period]
-- cell: {count: stories}
-- columns:
--   corpus: [id, the corpus]
--   period: [id, the year]
--   months: [count, calendar months compared]
--   stories: [count, stories whose first post in the corpus falls in these months of the year]
with
  firsts as (
    select corpus, story_id, min(local_date) as first_day
    from posts
    where scope = 'inclusive'
    group by corpus, story_id
  ),
  shared_months as (
    select month(months.month) as calendar_month
    from months
    group by calendar_month
    having count(*) > 1
  )
select
  corpus,
  year(first_day)::varchar as period,
  count(distinct month(first_day))::integer as months,
  count(*)::integer as stories
from firsts
where month(first_day) in (select calendar_month from shared_months)
group by corpus, period
order by corpus, period
