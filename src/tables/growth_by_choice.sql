-- title: The same months of two years, under each choice
-- population: Posts of the study in calendar months that the window holds twice
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
  shared as (
    select month(month) as calendar_month, min(year(month)) as first_year, max(year(month)) as last_year
    from months
    group by calendar_month
    having count(*) = 2
  ),
  compared as (
    select posts.corpus, posts.scope, story_id, post_id, source_number, local_date, year(local_date) = last_year as later
    from posts
    join shared on month(local_date) = calendar_month
  ),
  steady as (
    select corpus, scope, source_number
    from compared
    group by all
    having bool_or(later) and not bool_and(later)
  ),
  chosen as (
    select *, 'all' as sources from compared
    union all
    select compared.*, 'both' as sources from compared join steady using (corpus, scope, source_number)
  ),
  units as (
    select corpus, scope, sources, 'posts' as counted, post_id as id, local_date, later from chosen
    union all
    select corpus, scope, sources, 'stories' as counted, story_id as id, min(local_date) as local_date, bool_and(later) as later
    from chosen
    group by corpus, scope, sources, story_id
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
