-- title: Trend of how often each barrier is named
-- population: Posts of the inclusive education queries and registers
-- unit: story (copies of one text count once in each corpus)
-- key: [corpus, barrier]
-- columns:
--   corpus: [id, the corpus]
--   barrier: [id, "the barrier named, or any of them"]
--   periods: [number, months with a story of the corpus]
--   stories: [count, stories that name it]
--   level: [proportion, "share of the month's stories that name it, median of the months"]
--   tau: [number, "Kendall's tau-a of share and time, -1 to 1"]
--   correction: [number, "what Hamed and Rao's correction multiplies the variance with, at least 1"]
--   p: [proportion, "two-sided p of no trend, corrected for autocorrelation"]
--   p_adjusted: [proportion, "p by Benjamini and Hochberg among the barriers of both corpora, any of them apart"]
--   slope: [number, "Theil-Sen slope, change of the share a year"]
--   low: [number, "lower limit of the slope (Sen, widened by what carries over from period to period), 95 %"]
--   high: [number, "upper limit of the slope"]
-- cell: {count: stories}
-- limits:
--   - Where a period's count is below the threshold, level, slope, low and high are rounded, or they would tell it.
-- estimate: {kind: trend, series: [corpus, barrier], time: time, value: value, count: hits, per: 365.25, lags: 3, family: [family]}

with
  firsts as (
    select corpus, story_id, date_trunc('month', min(local_date))::date as month
    from posts
    where scope = 'inclusive'
    group by corpus, story_id
  ),
  totals as (
    select corpus, month, count(*) as stories
    from firsts
    group by all
  ),
  tagged as (
    select distinct posts.corpus, posts.story_id, unnest(annotations.barriers) as barrier
    from posts
    join annotations using (post_id)
    where posts.scope = 'inclusive'
  ),
  both_ways as (
    select * from tagged
    union all
    select distinct corpus, story_id, 'any' as barrier from tagged
  ),
  counts as (
    select corpus, barrier, month, count(*) as stories
    from both_ways
    join firsts using (corpus, story_id)
    group by all
  ),
  spoken as (
    select distinct corpus, barrier
    from counts
  )
select
  spoken.corpus,
  spoken.barrier,
  case spoken.barrier when 'any' then 'any' else 'each' end as family,
  (months.month - date '2000-01-01')::double as time,
  coalesce(counts.stories, 0) / totals.stories::double as value,
  coalesce(counts.stories, 0)::double as hits,
  1 / totals.stories::double as worth,
  study.threshold::double as threshold
from spoken
cross join months
cross join study
left join totals on totals.corpus = spoken.corpus and totals.month = months.month
left join counts
  on counts.corpus = spoken.corpus and counts.barrier = spoken.barrier and counts.month = months.month
order by spoken.corpus, spoken.barrier, months.month
