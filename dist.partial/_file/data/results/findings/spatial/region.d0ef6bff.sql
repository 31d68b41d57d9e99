select
  counts.region,
  counts.stories,
  regions.population,
  1000 * counts.stories / regions.population as rate,
  1000 * garwood_lower(counts.stories) / regions.population as low,
  1000 * garwood_upper(counts.stories) / regions.population as high
from stories_by_region as counts
join regions on regions.id = counts.region
where counts.corpus = 'public' and counts.scope = 'inclusive'
order by rate desc, counts.region;
