-- title: Trend of the share of stories that name each disability
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/trends
-- validation: disabilities
-- key: [corpus, disability]
-- columns:
--   corpus: [id, the corpus]
--   disability: [id, "the disability named, or any of them"]
--   stories: [count, stories that name it]
--   level: [proportion, "share of the month's stories, median of the months"]
--   slope: [difference of proportions, "change of the share a year, Theil-Sen"]
--   low: [difference of proportions, lower limit of the slope]
--   high: [difference of proportions, upper limit of the slope]
--   tau: [number, "Kendall's tau"]
--   p: [proportion, "p of no trend, corrected for autocorrelation"]
--   p_adjusted: [proportion, p adjusted within the family]
-- chart: {kind: dots, label: disability, x: slope, low: low, high: high, by: corpus, reference: 0}
-- headings: {corpus: Corpus, disability: Disability, stories: Stories, level: Median share, slope: Slope a year, low: From, high: To, tau: Tau, p: p, p_adjusted: p adjusted}
-- denominator: Stories of the corpus in the month
-- interval: "Sen, 95 %, too short where months carry over to the next"
-- limits:
--   - p is adjusted by Benjamini and Hochberg among all disabilities of both corpora, any of them apart.
-- cell: {count: stories}
-- labels:
--   disability: {any: Any disability}

select corpus, disability, stories, level, slope, low, high, tau, p, p_adjusted
from disability_trend
order by corpus, disability
