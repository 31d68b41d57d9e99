-- title: Change between the same months of two years
-- question: What is the content of online discussions on inclusive education, and does it grow?
-- population: Posts of the inclusive education queries and registers, of calendar days that the window holds twice
-- unit: story (copies of one text count once)
-- method: /methodology/trends
-- validation: none
-- key: [corpus, platform, basis]
-- columns:
--   corpus: [id, the corpus]
--   platform: [id, "where the posts were published, or all"]
--   basis: [id, which days count]
--   months: [number, calendar months compared]
--   earlier: [count, stories of the earlier year]
--   later: [count, stories of the later year]
--   ratio: [number, later over earlier]
--   low: [number, lower limit of the ratio]
--   high: [number, upper limit of the ratio]
--   dispersion: [number, scatter of the months about one ratio]
--   p: [proportion, p of no change]
--   p_adjusted: [proportion, p adjusted within the family]
-- headings: {corpus: Corpus, platform: Platform, basis: Days, months: Months, earlier: Earlier year, later: Later year, ratio: Ratio, low: From, high: To, dispersion: Dispersion, p: p, p_adjusted: p adjusted}
-- interval: "quasi-Poisson, Student's t, 95 %"
-- limits:
--   - Without events means without the calendar months that they touch, in both years.
--   - p is adjusted by Benjamini and Hochberg among the platforms of both corpora on one basis, the totals apart.
-- cell: {count: [earlier, later]}
-- order: [basis, platform, corpus]
-- labels:
--   platform: {all: All platforms}
--   basis: {all: all days, without-events: without the marked events}
-- chart: {kind: dots, label: platform, x: ratio, low: low, high: high, by: corpus, reference: 1}
-- choices: methodology/robustness/growth

select corpus, platform, basis, months, earlier, later, ratio, low, high, dispersion, p, p_adjusted
from volume_like_months
where basis = 'all'
order by basis, platform, corpus
