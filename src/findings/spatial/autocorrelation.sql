-- title: Are neighbours alike?
-- question: Where do people discuss inclusive education?
-- population: Posts of the public corpus found by the inclusive education queries that are about one region
-- unit: story (copies of one text count once)
-- method: /methodology/rates
-- validation: places
-- key: [measure]
-- columns:
--   measure: [id, "Moran's I of rates, adjusted for residents"]
--   stories: [count, stories about one region]
--   units: [number, regions]
--   i: [number, "Moran's I: near 1 where neighbours are alike, below 0 where they differ"]
--   expected: [number, its value were rates placed at random]
--   p: [number, "share of random placements with an I as high"]
--   draws: [number, random placements]
-- cell: {count: stories}
-- labels:
--   measure: {moran: "Moran's I"}
-- headings: {measure: Measure, stories: Stories, units: Regions, i: I, expected: By chance, p: p, draws: Placements}

select measure, stories, units, i, expected, p, draws
from rate_autocorrelation
order by measure
