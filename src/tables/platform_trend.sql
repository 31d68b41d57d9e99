-- title: Trend of the discussion of inclusive education on each platform
-- population: Posts of the inclusive education queries and registers
-- unit: story (copies of one text count once on each platform)
-- key: [corpus, platform, basis]
-- columns:
--   corpus: [id, the corpus]
--   platform: [id, where the posts were published]
--   basis: [id, "all months, or without those that an event of events.csv touches"]
--   periods: [number, months that count]
--   stories: [count, stories of the corpus on the platform]
--   level: [number, "stories a day, median of the months"]
--   tau: [number, "Kendall's tau-a of value and time, -1 to 1"]
--   correction: [number, "what Hamed and Rao's correction multiplies the variance with, at least 1"]
--   p: [proportion, "two-sided p of no trend, corrected for autocorrelation"]
--   p_adjusted: [proportion, p by Benjamini and Hochberg among all platforms of both corpora on one basis]
--   slope: [number, "Theil-Sen slope, change of stories a day from year to year"]
--   low: [number, "lower limit of the slope (Sen, widened by what carries over from period to period), 95 %"]
--   high: [number, "upper limit of the slope"]
-- cell: {count: stories}
-- limits:
--   - Where a period's count is below the threshold, level, slope, low and high are rounded, or they would tell it.
-- estimate: {kind: trend, series: [corpus, platform, basis], time: time, value: value, count: hits, per: 365.25, lags: 3, family: [basis]}

with
  firsts as (
    select corpus, platform, story_id, date_trunc('month', min(local_date))::date as month
    from posts
    where scope = 'inclusive'
    group by corpus, platform, story_id
  ),
  counts as (
    select corpus, platform, month, count(*) as hits
    from firsts
    group by all
  ),
  spoken as (
    select distinct corpus, platform
    from counts
  ),
  -- A month that an event touches keeps its count and has no value: so both bases have the same sums.
  periods as (
    select 'all' as basis, month, days, false as touched
    from months
    union all
    select
      'without-events' as basis,
      month,
      days,
      month in (
        select date_trunc('month', day)::date
        from days
        join events on days.day between events.first_day and events.last_day
      ) as touched
    from months
    where (select count(*) from events) > 0
  )
select
  spoken.corpus,
  spoken.platform,
  periods.basis,
  (periods.month - date '2000-01-01')::double as time,
  case when periods.touched then null else coalesce(counts.hits, 0) / periods.days::double end as value,
  coalesce(counts.hits, 0)::double as hits,
  1 / periods.days::double as worth,
  study.threshold::double as threshold
from spoken
cross join periods
cross join study
left join counts
  on counts.corpus = spoken.corpus and counts.platform = spoken.platform and counts.month = periods.month
order by spoken.corpus, spoken.platform, periods.basis, periods.month
