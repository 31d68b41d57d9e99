-- title: The highest rate itself under every combination of choices
-- question: Where do people discuss inclusive education?
-- population: Posts of the public corpus found by the inclusive education queries that are about one region by the rule
-- unit: story or post, as counted says
-- method: /methodology/robustness
-- validation: places
-- key: [rule, counted, span]
-- columns:
--   rule: [id, how a post gets its region and which posts count]
--   counted: [id, copies of one text once or each]
--   span: [id, the window or the window without January 2022]
--   top: [id, the region with the highest rate]
--   located: [count, stories or posts about one region]
--   stories: [count, stories or posts about the region with the highest rate]
--   rate: ["per 1,000 residents", "its stories or posts per 1,000 residents"]
--   low: ["per 1,000 residents", lower limit of the rate]
--   high: ["per 1,000 residents", upper limit of the rate]
-- denominator: Residents, mean of the window's years
-- interval: percentile bootstrap over sources, 95%
-- limits:
--   - Combinations share most of their posts, so their intervals are no independent findings.
-- cell: {count: [located, stories]}
-- labels:
--   rule: {focus: Named in title or text, title: Named in the title, seat: Else the outlet's seat, regional: Without national outlets, social: Without news sites, elsewhere: Without the region's own outlets}
--   counted: {stories: Copies count once, posts: Each post counts}
--   span: {whole: Whole window, open: Without January 2022}
-- headings: {rule: Place, counted: Counted, span: Window, top: Highest, located: Located, stories: About it, rate: Rate, low: From, high: To}
-- chart: {kind: multiverse, x: rate, low: low, high: high, choices: [rule, counted, span], base: {rule: focus, counted: stories, span: whole}}

select rule, counted, span, top, located, top_stories as stories, estimate as rate, low, high
from concentration_by_choice
where measure = 'top_rate'
order by rule, counted, span
