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
  sum(counts.stories) over (order by rate, counts.map_unit) / totals.stories as told
from counts
cross join totals
order by residents;
