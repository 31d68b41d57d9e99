-- title: Each region and its neighbours
-- question: Where do people discuss inclusive education?
-- population: Posts of the public corpus found by the inclusive education queries that are about one region
-- unit: story (copies of one text count once)
-- method: /methodology/rates
-- validation: places
-- key: [map_unit]
-- columns:
--   map_unit: [id, "the region, as it was before the split of June 2022"]
--   stories: [count, stories about the region]
--   neighbours: [number, regions that border on it]
--   quadrant: [id, "its rate and its neighbours', each against the mean"]
--   i: [number, "local Moran's I"]
--   p: [number, "of random placements, two-sided"]
--   adjusted: [number, "p with false discovery control over all regions"]
-- limits:
--   - Exploration, not proof. All regions are one family of tests.
-- cell: {count: stories}
-- labels:
--   quadrant: {high-high: High among high, low-low: Low among low, high-low: High among low, low-high: Low among high}
-- chart: {kind: dots, label: map_unit, x: i, reference: 0}
-- headings: {map_unit: Region, stories: Stories, neighbours: Neighbours, quadrant: Kind, i: Local I, p: p, adjusted: Adjusted p}

select map_unit, stories, neighbours, quadrant, i, p, adjusted
from local_autocorrelation
order by map_unit
