-- title: Which topics stand out where
-- question: Where do people discuss inclusive education?
-- population: Posts of the public corpus found by the inclusive education queries that are about one region
-- unit: story (copies of one text count once)
-- method: /methodology/rates
-- validation: topics, places
-- key: [topic, map_unit]
-- columns:
--   topic: [id, the topic]
--   map_unit: [id, "the region, as it was before the split of June 2022"]
--   inside: [count, stories on the topic about the region]
--   region: [count, stories about the region]
--   quotient: [number, "location quotient: the topic's share of the region's stories over its share of all stories about one region"]
--   low: [number, lower limit of the quotient]
--   high: [number, upper limit of the quotient]
--   adjusted: [number, "two-sided p that the quotient is 1, with false discovery control over all cells"]
-- denominator: Stories about one region
-- interval: delta method on the logarithm, 95%, each cell by itself
-- limits:
--   - All cells are one family. A value is written in the chart where its own interval leaves 1 out; of many cells some do so by chance, and the adjusted p says which remain.
--   - A cell below the threshold is withheld, so a topic's absence from a small region is not shown.
-- cell: {count: [inside, region]}
-- headings: {topic: Topic, map_unit: Region, inside: Stories, region: All stories, quotient: Quotient, low: From, high: To, adjusted: Adjusted p}
-- chart: {kind: heat, row: topic, column: map_unit, x: quotient, low: low, high: high, reference: 1}

select topic, map_unit, inside, region, quotient, low, high, adjusted
from topic_quotients_by_map_unit
order by topic, map_unit
