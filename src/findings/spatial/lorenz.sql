-- title: How evenly stories fall on residents
-- question: Where do people discuss inclusive education?
-- population: Posts of the public corpus found by the inclusive education queries that are about one region
-- unit: story (copies of one text count once)
-- method: /methodology/rates
-- validation: places
-- key: [map_unit]
-- columns:
--   map_unit: [id, "the region, as it was before the split of June 2022"]
--   stories: [count, stories about the region]
--   residents: [proportion, "share of residents, this region and all with lower rates"]
--   told: [proportion, "share of stories, this region and all with lower rates"]
--   low: [proportion, "lower limit of the share of stories on so many residents of the lowest rates"]
--   high: [proportion, upper limit of it]
-- denominator: Residents, and stories about one region
-- interval: "pointwise percentile bootstrap over sources, 95%"
-- limits:
--   - The curve knows regions only; within a region stories may fall just as unevenly.
--   - The band holds at each point for itself, not for the whole curve at once.
-- cell: {count: stories}
-- order: [residents]
-- headings: {map_unit: Region, stories: Stories, residents: Residents up to here, told: Stories up to here, low: From, high: To}
-- chart: {kind: lorenz, label: map_unit, x: residents, y: told, low: low, high: high}

with
  counts as (
    select map_units.id as map_unit, stories, population, stories / population as rate
    from stories_by_map_unit
    join map_units on map_units.id = map_unit
    where corpus = 'public' and scope = 'inclusive' and population > 0
  ),
  totals as (
    select whole_sum(stories) as stories, sum(population) as population
    from counts
  )
select
  counts.map_unit,
  counts.stories,
  sum(counts.population) over (order by rate, counts.map_unit) / totals.population as residents,
  sum(counts.stories) over (order by rate, counts.map_unit) / totals.stories as told,
  bands.low,
  bands.high
from counts
cross join totals
left join lorenz_band_by_map_unit as bands on bands.corpus = 'public' and bands.map_unit = counts.map_unit
order by residents
