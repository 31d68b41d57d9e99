-- title: How unevenly stories fall on regions, under each choice
-- population: Posts of the public corpus found by the inclusive education queries that are about one region by the rule
-- unit: story or post, as counted says; resampled by source
-- key: [rule, counted, span, measure]
-- columns:
--   rule: [id, "how a post gets its region: focus, title, seat, regional, social or elsewhere"]
--   counted: [id, "stories (copies of one text count once) or posts"]
--   span: [id, "whole: the window; open: without the months that an event of events.csv touches"]
--   measure: [id, "gini; top_rate: highest rate per 1,000 residents; top_to_median: over the median unit's; part_share: the share of units that are one city"]
--   located: [count, "stories or posts about one region"]
--   top: [id, "the map unit with the highest rate"]
--   top_stories: [count, "stories or posts about it"]
--   estimate: [number, "the measure"]
--   low: [number, "lower limit"]
--   high: [number, "upper limit"]
-- cell: {count: [located, top_stories]}
-- rounded: true
-- interval: percentile bootstrap over sources, 95%
-- estimate: {kind: concentration-by-population, groups: [rule, counted, span], unit: map_unit, population: population, part: city, cluster: source, things: things, replicates: 1000, seed: 20261123}

with
  touched as (
    select distinct date_trunc('month', day) as month
    from days
    join events on days.day between events.first_day and events.last_day
  ),
  placed as (
    select
      posts.post_id,
      posts.story_id,
      posts.source_number,
      published_at,
      date_trunc('month', local_date) not in (select month from touched) as open,
      unnest([
        {rule: 'focus', region: place_focus},
        {rule: 'title', region: case when place_source = 'title' then place_focus end},
        {rule: 'seat', region: coalesce(place_focus, outlet_place)},
        {rule: 'regional', region: case when outlet_national is not true then place_focus end},
        {rule: 'social', region: case when outlet is null then place_focus end},
        {rule: 'elsewhere', region: case when outlet_place is distinct from place_focus then place_focus end}
      ], recursive := true)
    from posts
    join annotations using (post_id)
    where corpus = 'public' and scope = 'inclusive'
  ),
  spanned as (
    select *, 'whole' as span from placed where region is not null
    union all
    select *, 'open' as span from placed where region is not null and open and (select count(*) from touched) > 0
  ),
  counted as (
    select rule, 'posts' as counted, span, region, source_number as source, post_id as id
    from spanned
    union all
    select
      rule,
      'stories' as counted,
      span,
      arg_min(region, (published_at, post_id)) as region,
      arg_min(source_number, (published_at, post_id)) as source,
      story_id as id
    from spanned
    group by rule, span, story_id
  ),
  cities as (
    select map_unit, bool_and(type = 'city') as city
    from regions
    group by map_unit
  ),
  frames as (
    select distinct rule, counted, span from counted
  ),
  placed_rows as (
    select rule, counted, span, regions.map_unit, source, counted.id
    from counted
    join regions on regions.id = counted.region
    union all
    select rule, counted, span, map_units.id as map_unit, null as source, null as id
    from frames
    cross join map_units
  )
select rule, counted, span, map_unit, population, city, source, count(placed_rows.id) as things
from placed_rows
join map_units on map_units.id = placed_rows.map_unit
join cities using (map_unit)
where population > 0
group by all
-- Sources are drawn in the order in which they appear.
order by rule, counted, span, map_unit, min(placed_rows.id)
