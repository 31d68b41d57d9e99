-- title: What the two cities owe to where outlets sit
-- question: Where do people discuss inclusive education?
-- population: Posts of the public corpus found by the inclusive education queries that are about one region by the rule
-- unit: story (copies of one text count once)
-- method: /methodology/places
-- validation: places
-- key: [rule]
-- columns:
--   rule: [id, how a post gets its region and which posts count]
--   located: [count, stories about one region by the rule]
--   share: [proportion, stories about Astana or Almaty of those about one region]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories about one region by the rule
-- interval: percentile bootstrap over sources, 95%
-- limits:
--   - Outlets whose seat nobody entered count as having none.
-- cell: {count: located}
-- labels:
--   rule: {focus: As reported, title: Region named in the title, seat: Unlocated stories at the outlet's seat, regional: Without national outlets, social: Without news sites, elsewhere: Without outlets of the region itself}
-- headings: {rule: Rule, located: Stories, share: Share of the two cities, low: From, high: To}
-- order: [share desc, rule]
-- chart: {kind: dots, label: rule, x: share, low: low, high: high}

select rule, located, estimate as share, low, high
from concentration_by_choice
where counted = 'stories' and span = 'whole' and measure = 'part_share'
order by share desc, rule
