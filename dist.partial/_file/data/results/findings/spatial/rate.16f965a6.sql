select
  map_units.id as map_unit,
  map_units.name,
  counts.stories,
  map_units.population,
  1000 * counts.stories / map_units.population as rate,
  1000 * garwood_lower(counts.stories) / map_units.population as low,
  1000 * garwood_upper(counts.stories) / map_units.population as high
from map_units
join stories_by_map_unit as counts on counts.map_unit = map_units.id
where counts.corpus = 'public' and counts.scope = 'inclusive'
order by rate desc, map_units.id;
