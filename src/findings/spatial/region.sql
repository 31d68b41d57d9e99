-- title: Stories per 1,000 residents by region of today
-- question: Where do people discuss inclusive education?
-- population: Posts of the public corpus found by the inclusive education queries that are about one region
-- unit: story (copies of one text count once)
-- method: /methodology/rates
-- validation: places
-- key: [region]
-- columns:
--   region: [id, "the region, as it is after the split of June 2022"]
--   stories: [count, stories about the region in the whole window]
--   population: [number, "residents, mean of the counts that exist"]
--   rate: ["per 1,000 residents", "stories per 1,000 residents over the whole window"]
--   low: ["per 1,000 residents", lower limit of the rate]
--   high: ["per 1,000 residents", upper limit of the rate]
-- denominator: Residents of the region, mean of the counts that exist
-- interval: exact Poisson (Garwood), 95%
-- limits:
--   - Three regions exist since June 2022; before, stories about them were about the region that they left. Compare regions by the harmonised units.
-- cell: {count: stories}
-- order: [rate desc, region]
-- headings: {region: Region, stories: Stories, population: Residents, rate: Rate, low: From, high: To}
-- chart: {kind: dots, label: region, x: rate, low: low, high: high}

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
order by rate desc, counts.region
