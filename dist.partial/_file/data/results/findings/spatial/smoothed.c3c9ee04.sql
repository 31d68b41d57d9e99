select
  map_unit,
  'counted' as estimate,
  stories,
  rate,
  1000 * garwood_lower(stories) / population as low,
  1000 * garwood_upper(stories) / population as high
from smoothed_rates_by_map_unit
union all
select map_unit, 'smoothed' as estimate, stories, smoothed as rate, null as low, null as high
from smoothed_rates_by_map_unit
order by map_unit, estimate;
