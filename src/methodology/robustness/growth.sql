-- title: Growth between the same months of two years, under every combination of choices
-- question: What is the content of online discussions on inclusive education, and does it grow?
-- population: Posts in calendar months that the window holds twice
-- unit: story or post, as counted says
-- method: /methodology/robustness
-- validation: none
-- key: [discussion, counted, sources, span]
-- columns:
--   discussion: [id, corpus and scope]
--   counted: [id, copies of one text once or each]
--   sources: [id, "all, or those that published in both years"]
--   span: [id, all shared months or those without January]
--   earlier: [count, in the first year's months]
--   later: [count, in the second year's months]
--   ratio: [number, "the second year over the first, same months"]
--   low: [number, lower limit of the ratio]
--   high: [number, upper limit of the ratio]
-- denominator: What was published in the same months of the first year
-- interval: quasi-Poisson over months, 95%
-- limits:
--   - Combinations share most of their posts, so their intervals are no independent findings.
-- cell: {count: [earlier, later]}
-- labels:
--   discussion: {public-general: "Public, education at large", public-inclusive: "Public, inclusive education", organisations-inclusive: "Organisations, inclusive education"}
--   counted: {stories: Copies count once, posts: Each post counts}
--   sources: {all: All sources, both: Sources of both years}
--   span: {whole: All shared months, open: Without January}
-- headings: {discussion: Discussion, counted: Counted, sources: Sources, span: Months, earlier: First year, later: Second year, ratio: Ratio, low: From, high: To}
-- chart: {kind: multiverse, x: ratio, low: low, high: high, choices: [discussion, counted, sources, span], base: {discussion: public-inclusive, counted: stories, sources: all, span: whole}, reference: 1}

select corpus || '-' || scope as discussion, counted, sources, span, earlier, later, ratio, low, high
from growth_by_choice
order by discussion, counted, sources, span
