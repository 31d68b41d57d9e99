-- title: Trend on each platform
-- question: What is the content of online discussions on inclusive education, and does it grow?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once on each platform)
-- method: /methodology/trends
-- validation: none
-- key: [corpus, platform, basis]
-- columns:
--   corpus: [id, the corpus]
--   platform: [id, where the post was published]
--   basis: [id, which months count]
--   stories: [count, stories on the platform]
--   level: [number, "stories a day, median of the months"]
--   slope: [number, "change of stories a day from year to year, Theil-Sen"]
--   low: [number, lower limit of the slope]
--   high: [number, upper limit of the slope]
--   relative: [number, slope over level]
--   tau: [number, "Kendall's tau"]
--   p: [proportion, "p of no trend, corrected for autocorrelation"]
--   p_adjusted: [proportion, p adjusted among all platforms]
-- chart: {kind: dots, label: platform, x: slope, low: low, high: high, by: corpus, facet: basis, reference: 0}
-- headings: {corpus: Corpus, platform: Platform, basis: Months, stories: Stories, level: Median a day, slope: Slope a year, low: From, high: To, relative: Slope over median, tau: Tau, p: p, p_adjusted: p adjusted}
-- interval: "Sen, 95 %, widened by what carries over from month to month"
-- limits:
--   - p is adjusted by Benjamini and Hochberg among all platforms of both corpora on one choice of months.
--   - Where a month counts fewer than the threshold, level, slope and limits are rounded, or they would tell it.
-- cell: {count: stories}
-- labels:
--   basis: {all: all months, without-events: without the marked events}

select corpus, platform, basis, stories, level, slope, low, high, slope / nullif(level, 0) as relative, tau, p, p_adjusted
from platform_trend
order by corpus, platform, basis
