-- title: "Organisations' stories about each region per thousand residents"
-- question: Where do people discuss inclusive education?
-- population: "Posts of the register's organisations that are about one region"
-- unit: story (copies of one text count once)
-- method: /methodology/rates
-- validation: places
-- key: [map_unit]
-- columns:
--   map_unit: [id, the region that the story is about]
--   stories: [count, stories about the region]
--   population: [number, "residents, mean of the window's years"]
--   rate: ["per 1,000 residents", "stories per 1,000 residents over the whole window"]
--   low: ["per 1,000 residents", lower limit of the rate]
--   high: ["per 1,000 residents", upper limit of the rate]
-- denominator: Residents, mean of the window's years
-- interval: "exact Poisson, 95%"
-- limits:
--   - Most stories of the organisations have the region of the organisation's seat; this is where those who write are, not what they write of.
--   - The organisations were chosen by hand, so a region's rate says where the register looked as much as who speaks.
-- cell: {count: stories}
-- order: [rate desc, map_unit]
-- headings: {map_unit: Region, stories: Stories, population: Residents, rate: Rate, low: From, high: To}
-- chart: {kind: dots, label: map_unit, x: rate, low: low, high: high}

select
  map_units.id as map_unit,
  counts.stories,
  map_units.population,
  1000 * counts.stories / map_units.population as rate,
  1000 * garwood_lower(counts.stories) / map_units.population as low,
  1000 * garwood_upper(counts.stories) / map_units.population as high
from map_units
join stories_by_map_unit as counts on counts.map_unit = map_units.id
where counts.corpus = 'organisations' and counts.scope = 'inclusive'
order by rate desc, map_units.id
