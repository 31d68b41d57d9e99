-- title: Stories in the same months of two years
-- population: Posts of the inclusive education queries and registers, of calendar days that the window holds twice
-- unit: story (copies of one text count once in each corpus, and on each platform)
-- key: [corpus, platform, basis]
-- columns:
--   corpus: [id, the corpus]
--   platform: [id, "where the posts were published, or all"]
--   basis: [id, "all months, or without the calendar months that an event of events.csv touches, in both years"]
--   months: [number, calendar months compared]
--   earlier: [count, "stories whose first post falls in these months, the earlier year"]
--   later: [count, "stories whose first post falls in these months, the later year"]
--   ratio: [number, later over earlier]
--   low: [number, "lower limit of the ratio, 95 %"]
--   high: [number, "upper limit of the ratio, 95 %"]
--   dispersion: [number, "scatter of the months about one ratio; 1 is as a Poisson count"]
--   p: [proportion, two-sided p of no change]
--   p_adjusted: [proportion, "p by Benjamini and Hochberg among the platforms of both corpora on one basis, the totals among themselves"]
-- cell: {count: [earlier, later]}
-- estimate: {kind: like-months, series: [corpus, platform, basis], earlier: earlier, later: later, family: [basis, family]}

with
  dated as (
    select day, month(day) as calendar_month, dayofmonth(day) as calendar_day
    from days
  ),
  twice as (
    select calendar_month, calendar_day, min(day) as earlier, max(day) as later
    from dated
    group by all
    having count(*) > 1
  ),
  touched as (
    select distinct calendar_month
    from dated
    join events on dated.day between events.first_day and events.last_day
  ),
  compared as (
    select 'all' as basis, *
    from twice
    union all
    select 'without-events' as basis, *
    from twice
    anti join touched using (calendar_month)
    where (select count(*) from events) > 0
  ),
  firsts as (
    select corpus, 'all' as platform, story_id, min(local_date) as day
    from posts
    where scope = 'inclusive'
    group by corpus, story_id
    union all
    select corpus, platform, story_id, min(local_date) as day
    from posts
    where scope = 'inclusive'
    group by corpus, platform, story_id
  ),
  daily as (
    select corpus, platform, day, count(*) as stories
    from firsts
    group by all
  ),
  spoken as (
    select distinct corpus, platform
    from daily
  ),
  -- Where the months left out hold few stories, the sums without them would tell how few.
  few as (
    select distinct corpus
    from (
      select daily.corpus, daily.day = twice.earlier as is_earlier, sum(daily.stories) as stories
      from daily
      join twice on daily.day = twice.earlier or daily.day = twice.later
      join touched using (calendar_month)
      where daily.platform = 'all'
      group by all
    )
    where stories < (select threshold from study)
  )
select
  spoken.corpus,
  spoken.platform,
  compared.basis,
  case spoken.platform when 'all' then 'totals' else 'platforms' end as family,
  compared.calendar_month,
  sum(coalesce(before.stories, 0))::double as earlier,
  sum(coalesce(after.stories, 0))::double as later
from spoken
cross join compared
left join daily as before
  on before.corpus = spoken.corpus and before.platform = spoken.platform and before.day = compared.earlier
left join daily as after
  on after.corpus = spoken.corpus and after.platform = spoken.platform and after.day = compared.later
where compared.basis = 'all' or (spoken.platform = 'all' and spoken.corpus not in (select corpus from few))
group by all
order by spoken.corpus, spoken.platform, compared.basis, compared.calendar_month
