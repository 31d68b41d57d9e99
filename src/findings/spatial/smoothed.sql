-- title: Rates as counted and drawn towards the mean
-- question: Where do people discuss inclusive education?
-- population: Posts of the public corpus found by the inclusive education queries that are about one region
-- unit: story (copies of one text count once)
-- method: /methodology/rates
-- validation: places
-- key: [map_unit, estimate]
-- columns:
--   map_unit: [id, "the region, as it was before the split of June 2022"]
--   estimate: [id, "as counted, or smoothed by empirical Bayes"]
--   stories: [count, stories about the region]
--   rate: ["per 1,000 residents", "stories per 1,000 residents over the whole window"]
--   low: ["per 1,000 residents", lower limit of the counted rate]
--   high: ["per 1,000 residents", upper limit of the counted rate]
-- denominator: Residents of the region, mean of the window's years
-- interval: exact Poisson (Garwood), 95%; none of the smoothed rate
-- limits:
--   - Smoothing takes all regions to be of one kind; it steadies small ones and says nothing of why rates differ.
-- cell: {count: stories}
-- labels:
--   estimate: {counted: As counted, smoothed: Smoothed}
-- headings: {map_unit: Region, estimate: Estimate, stories: Stories, rate: Rate, low: From, high: To}
-- chart: {kind: dots, label: map_unit, x: rate, low: low, high: high, by: estimate}

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
order by map_unit, estimate
