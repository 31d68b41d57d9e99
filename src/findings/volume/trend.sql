-- title: Trend by corpus, measure and length of period
-- question: What is the content of online discussions on inclusive education, and does it grow?
-- population: Posts of the study, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/trends
-- validation: topics
-- key: [corpus, measure, step, basis]
-- columns:
--   corpus: [id, the corpus]
--   measure: [id, what is measured in each period]
--   step: [id, length of the periods]
--   basis: [id, which days count]
--   periods: [number, "periods of which at least half the days count"]
--   level: [number, median of the periods]
--   slope: [number, Theil-Sen slope a year]
--   low: [number, lower limit of the slope]
--   high: [number, upper limit of the slope]
--   relative: [number, slope over level]
--   tau: [number, "Kendall's tau"]
--   p: [proportion, "p of no trend, corrected for autocorrelation"]
--   p_adjusted: [proportion, p adjusted within the family]
-- headings: {corpus: Corpus, measure: Measure, step: Periods, basis: Days, periods: Number of periods, level: Median, slope: Slope a year, low: From, high: To, relative: Slope over median, tau: Tau, p: p, p_adjusted: p adjusted}
-- denominator: Of shares, all stories of the corpus in the period; of the mean of sources, the posts of each
-- interval: "Sen, 95 %, widened by what carries over from period to period"
-- limits:
--   - Seventeen months hold one and a half school years, so a trend is also a season; the like months say more.
--   - "p is adjusted by Benjamini and Hochberg among the rows of one length of period and one choice of days."
--   - A correction for autocorrelation below 1 counts as 1.
--   - "Of the public corpus the whole output of a source isn't known; its share is of both scopes' queries together."
--   - The mean of sources takes of the public those that publish in at least half of the months.
-- order: [corpus, measure, step desc, basis]
-- labels:
--   measure: {day: Stories a day, share: Share of all stories of the corpus, source: "Mean of each source's share of its posts"}
--   step: {week: weeks, month: months}
--   basis: {all: all days, without-events: without the marked events}

select
  corpus, measure, step, basis, periods, level, slope, low, high, slope / nullif(level, 0) as relative, tau, p, p_adjusted
from volume_trend
order by corpus, measure, step desc, basis
