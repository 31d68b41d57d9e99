-- title: Trend of the share of stories that name each barrier
-- question: What do people name as holding inclusive education back?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/trends
-- validation: barriers
-- key: [corpus, barrier]
-- columns:
--   corpus: [id, the corpus]
--   barrier: [id, "the barrier named, or any of them"]
--   stories: [count, stories that name it]
--   level: [proportion, "share of the month's stories, median of the months"]
--   slope: [difference of proportions, "change of the share a year, Theil-Sen"]
--   low: [difference of proportions, lower limit of the slope]
--   high: [difference of proportions, upper limit of the slope]
--   tau: [number, "Kendall's tau"]
--   p: [proportion, "p of no trend, corrected for autocorrelation"]
--   p_adjusted: [proportion, p adjusted within the family]
-- chart: {kind: dots, label: barrier, x: slope, low: low, high: high, by: corpus, reference: 0}
-- headings: {corpus: Corpus, barrier: Barrier, stories: Stories, level: Median share, slope: Slope a year, low: From, high: To, tau: Tau, p: p, p_adjusted: p adjusted}
-- denominator: Stories of the corpus in the month
-- interval: "Sen, 95 %, widened by what carries over from month to month"
-- limits:
--   - p is adjusted by Benjamini and Hochberg among all barriers of both corpora, any of them apart.
--   - Where a month counts fewer than the threshold, level, slope and limits are rounded, or they would tell it.
-- cell: {count: stories}
-- labels:
--   barrier: {any: Any barrier}

select corpus, barrier, stories, level, slope, low, high, tau, p, p_adjusted
from barrier_trend
order by corpus, barrier
