-- title: Girls' share in inclusive education against education at large
-- question: Do discussions of education name boys and girls alike?
-- population: Stories of the public corpus that name children of exactly one sex
-- unit: story (copies of one text count once)
-- method: /methodology/shares
-- key: [measure]
-- columns:
--   measure: [id, difference of the two shares or their ratio]
--   inclusive: [proportion, girls' share of stories on inclusive education]
--   general: [proportion, girls' share of stories on education at large]
--   estimate: [number, "the difference, or the ratio, of the first share and the second"]
--   low: [number, lower limit]
--   high: [number, upper limit]
--   stories: [count, stories on inclusive education that name girls]
--   of: [count, stories on inclusive education that name exactly one sex]
-- denominator: Stories of the scope that name children of exactly one sex
-- interval: percentile bootstrap over sources, 95%
-- limits:
--   - The interval covers which sources wrote; it does not cover the lexicon's errors.
-- cell: {count: stories, of: of}
-- validation: gender
-- headings: {measure: Measure, inclusive: Inclusive education, general: Education at large, estimate: Estimate, low: From, high: To, stories: Girls, of: One sex}
-- labels:
--   measure: {difference: Difference, ratio: Ratio}

select
  measure,
  first / first_of as inclusive,
  second / second_of as general,
  estimate,
  low,
  high,
  first as stories,
  first_of as of
from girls_share_contrast
order by measure
