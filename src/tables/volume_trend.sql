-- title: Trend of the discussion of inclusive education
-- population: Posts of the study
-- unit: story (copies of one text count once in each corpus)
-- key: [corpus, measure, step, basis]
-- columns:
--   corpus: [id, the corpus]
--   measure: [id, "what is measured in each period: stories a day (day), their share of all stories of the corpus (share), or the mean of each source's own share of its posts (source; of the public the sources that publish in at least half of the months)"]
--   step: [id, "length of the periods, week or month"]
--   basis: [id, "all periods, or without those that an event of events.csv touches"]
--   periods: [number, "periods of which at least half the days count"]
--   stories: [count, "stories (of source: posts) on the theme"]
--   level: [number, median of the periods]
--   tau: [number, "Kendall's tau-a of value and time, -1 to 1"]
--   correction: [number, "what Hamed and Rao's correction multiplies the variance with, at least 1"]
--   p: [proportion, "two-sided p of no trend, corrected for autocorrelation"]
--   p_adjusted: [proportion, "p by Benjamini and Hochberg among the series of one step and basis"]
--   slope: [number, "Theil-Sen slope, change of the measure a year"]
--   low: [number, "lower limit of the slope (Sen, widened by what carries over from period to period), 95 %"]
--   high: [number, "upper limit of the slope"]
-- cell: {count: stories}
-- limits:
--   - Where a period's count is below the threshold, level, slope, low and high are rounded, or they would tell it.
-- estimate:
--   kind: trend
--   series: [corpus, measure, step, basis]
--   time: time
--   value: value
--   count: hits
--   per: 365.25
--   lags: 3
--   family: [step, basis]

with
  bases as (
    select unnest(['all', 'without-events']) as basis
  ),
  day_periods as (
    select
      bases.basis,
      steps.step,
      days.day,
      case steps.step when 'week' then date_trunc('week', day) else date_trunc('month', day) end::date as period
    from days
    cross join (select unnest(['week', 'month']) as step) as steps
    cross join bases
    where bases.basis = 'all' or (select count(*) from events) > 0
  ),
  -- A period that an event touches keeps its count and has no value: so the sums of both bases are one, and no small
  -- count of the event's days can be had by subtraction.
  periods as (
    select
      basis,
      step,
      period,
      count(distinct day_periods.day) as days,
      bool_or(basis = 'without-events' and events.id is not null) as touched
    from day_periods
    left join events on day_periods.day between events.first_day and events.last_day
    group by all
    having count(distinct day_periods.day) * 2 >= case step when 'week' then 7 else 28 end
  ),
  -- A story is on the theme where a post of the inclusive scope says so; the organisations' corpus is taken whole, so
  -- there a topic's query must match.
  stories as (
    select
      posts.corpus,
      posts.story_id,
      min(posts.local_date) as day,
      min(posts.local_date) filter (where posts.scope = 'inclusive') as scope_day,
      bool_or(posts.scope = 'inclusive' and (posts.corpus <> 'organisations' or len(annotations.topics) > 0)) as themed
    from posts
    join annotations using (post_id)
    group by all
  ),
  -- Of the public both scopes' queries together are a source's output, as far as they found it.
  own_posts as (
    select
      posts.corpus,
      posts.source_number as source,
      posts.local_date as day,
      (posts.scope = 'inclusive' and (posts.corpus <> 'organisations' or len(annotations.topics) > 0))::integer as themed
    from posts
    join annotations using (post_id)
    where posts.corpus <> 'organisations' or posts.source_id is not null
  ),
  steady as (
    select corpus, source
    from own_posts
    group by corpus, source
    having corpus = 'organisations' or 2 * count(distinct date_trunc('month', day)) >= (select count(*) from months)
  ),
  daily as (
    select corpus, 'day' as measure, scope_day as day, count(*) as hits, null as base
    from stories
    where scope_day is not null
    group by all
    union all
    select corpus, 'share' as measure, day, sum(themed::integer) as hits, count(*) as base
    from stories
    group by all
  ),
  totals as (
    select daily.corpus, daily.measure, step, basis, period, sum(hits) as hits, sum(base) as base
    from daily
    join day_periods using (day)
    group by all
  ),
  shares_of_sources as (
    select corpus, step, basis, period, source, sum(themed) as hits, sum(themed) / count(*) as share
    from own_posts
    join steady using (corpus, source)
    join day_periods using (day)
    group by all
  ),
  means_of_sources as (
    select corpus, step, basis, period, sum(hits) as hits, avg(share) as share
    from shares_of_sources
    group by all
  ),
  valued as (
    select
      corpora.id as corpus,
      measures.measure,
      periods.step,
      periods.basis,
      periods.period,
      coalesce(totals.hits, 0) as hits,
      case
        when periods.touched then null
        when measures.measure = 'day' then coalesce(totals.hits, 0) / periods.days
        else totals.hits / nullif(totals.base, 0)
      end as value,
      case measures.measure when 'day' then 1 / periods.days else 1 / nullif(totals.base, 0) end as worth
    from corpora
    cross join (select unnest(['day', 'share']) as measure) as measures
    cross join periods
    left join totals
      on totals.corpus = corpora.id
      and totals.measure = measures.measure
      and totals.step = periods.step
      and totals.basis = periods.basis
      and totals.period = periods.period
    union all
    select corpus, 'source' as measure, step, basis, period, hits, case when touched then null else share end as value, null as worth
    from means_of_sources
    join periods using (step, basis, period)
  )
select
  corpus,
  measure,
  step,
  basis,
  (period - date '2000-01-01')::double as time,
  value::double as value,
  hits::double as hits,
  worth::double as worth,
  threshold::double as threshold
from valued
cross join study
order by corpus, measure, step, basis, period
