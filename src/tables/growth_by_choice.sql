-- title: The same months of two years, under each choice
-- population: Posts of the study of calendar days that the window holds twice, the first and the last year of them
-- unit: story or post, as counted says
-- key: [corpus, scope, counted, span, sources]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   counted: [id, "stories (copies of one text count once; of the month of the first post) or posts"]
--   span: [id, "whole: all months that both years have; open: without the calendar months that an event of events.csv touches"]
--   sources: [id, "all; both: sources that published in both years' months"]
--   earlier: [count, "in the first year"]
--   later: [count, "in the second year"]
--   ratio: [number, "later over earlier"]
--   low: [number, "lower limit"]
--   high: [number, "upper limit"]
--   dispersion: [number, "how far months scatter about one ratio; 1 is as by chance"]
-- cell: {count: [earlier, later]}
-- rounded: true
-- interval: quasi-Poisson over months, 95%
-- estimate: {kind: like-months-by-choice, choices: [corpus, scope, counted, span, sources]}

with
  touched as (
    select distinct month(day) as calendar_month
    from days
    join events on days.day between events.first_day and events.last_day
  ),
  twice as (
    select min(day) as earlier, max(day) as later
    from days
    group by month(day), dayofmonth(day)
    having count(*) > 1
  ),
  compared as (
    select earlier as local_date, false as later from twice
    union all
    select later as local_date, true as later from twice
  ),
  steady as (
    select corpus, scope, source_number
    from posts
    join compared using (local_date)
    group by all
    having bool_or(later) and not bool_and(later)
  ),
  chosen as (
    select corpus, scope, story_id, post_id, local_date, 'all' as sources
    from posts
    union all
    select posts.corpus, posts.scope, story_id, post_id, local_date, 'both' as sources
    from posts
    join steady using (corpus, scope, source_number)
  ),
  -- A story is of the day of its first post, wherever that falls; only then are the compared days taken.
  dated as (
    select corpus, scope, sources, 'posts' as counted, post_id as id, local_date
    from chosen
    union all
    select corpus, scope, sources, 'stories' as counted, story_id as id, min(local_date) as local_date
    from chosen
    group by corpus, scope, sources, story_id
  ),
  units as (
    select dated.*, later
    from dated
    join compared using (local_date)
  ),
  spanned as (
    select *, 'whole' as span from units
    union all
    select *, 'open' as span
    from units
    where month(local_date) not in (select calendar_month from touched) and (select count(*) from touched) > 0
  )
select
  corpus,
  scope,
  counted,
  span,
  sources,
  month(local_date) as calendar_month,
  count(*) filter (where not later) as earlier,
  count(*) filter (where later) as later
from spanned
group by all
order by all
