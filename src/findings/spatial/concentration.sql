-- title: Concentration on few regions
-- question: Where do people discuss inclusive education?
-- population: Posts of the public corpus found by the inclusive education queries that are about one region
-- unit: story (copies of one text count once)
-- method: /methodology/rates
-- validation: places
-- key: [measure]
-- columns:
--   measure: [id, the measure]
--   located: [count, stories about one region]
--   estimate: [number, "its value; rates per 1,000 residents"]
--   low: [number, lower limit]
--   high: [number, upper limit]
-- denominator: Residents, mean of the window's years
-- interval: percentile bootstrap over sources, 95%
-- limits:
--   - Sources are drawn anew, not places; how places were read is not in the interval.
-- choices: methodology/robustness/rate
-- cell: {count: located}
-- labels:
--   measure: {gini: Gini coefficient, part_share: Share of the two cities, top_rate: Highest rate, top_to_median: Highest rate over the median region's}
-- headings: {measure: Measure, located: Stories, estimate: Value, low: From, high: To}

select measure, located, estimate, low, high
from concentration_by_choice
where rule = 'focus' and counted = 'stories' and span = 'whole'
order by measure
