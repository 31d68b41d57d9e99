-- title: Stories on inclusive education per 1,000 residents
-- question: Where do people discuss inclusive education?
-- population: Posts of the public corpus found by the inclusive education queries that are about one region
-- unit: story (copies of one text count once)
-- method: /methodology/rates
-- validation: places
-- key: [map_unit]
-- columns:
--   map_unit: [id, "the region, as it was before the split of June 2022"]
--   name: [text, the region's name]
--   stories: [count, stories about the region in the whole window]
--   population: [number, "residents, mean of the counts of 1 January of each year"]
--   rate: ["per 1,000 residents", "stories per 1,000 residents over the whole window"]
--   low: ["per 1,000 residents", lower limit of the rate]
--   high: ["per 1,000 residents", upper limit of the rate]
-- denominator: Residents of the region, mean of the window's years
-- interval: exact Poisson (Garwood), 95%
-- limits:
--   - A story has a place only where it names one more often than any other.
--   - The interval covers chance alone; it does not cover how places were read.
--   - What concerns the whole country is often dated from the two largest cities.
-- cell: {count: stories}
-- order: [rate desc, map_unit]
-- headings: {map_unit: Id, name: Region, stories: Stories, population: Residents, rate: Rate, low: From, high: To}
-- chart: {kind: map, unit: map_unit, x: rate, low: low, high: high}
-- choices: methodology/robustness/astana

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
order by rate desc, map_units.id
