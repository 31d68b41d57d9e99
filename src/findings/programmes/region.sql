-- title: Stories that name any programme, by region
-- question: Are state programmes mentioned at all, and which?
-- population: Posts of the public corpus found by the inclusive education queries that are about one region
-- unit: story (copies of one text count once)
-- method: /methodology/shares
-- validation: programmes, places
-- key: [map_unit]
-- columns:
--   map_unit: [id, the region that the story is about]
--   stories: [count, stories about the region that name any programme]
--   of: [count, stories about the region]
--   share: [proportion, "stories that name any programme, of stories about the region"]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- headings: {map_unit: Region, stories: Stories, of: Of, share: Share, low: From, high: To}
-- denominator: Stories about the region
-- interval: Wilson, 95%
-- limits:
--   - Intervals are wide and overlap; the order of regions is not a finding.
-- cell: {count: stories, of: of}
-- order: [share desc, map_unit]
-- chart: {kind: dots, label: map_unit, x: share, low: low, high: high}

select
  map_unit,
  stories,
  of,
  stories / of as share,
  wilson_lower(stories, of) as low,
  wilson_upper(stories, of) as high
from stories_by_programme_map_unit
where corpus = 'public' and scope = 'inclusive' and programme = 'any'
order by share desc, map_unit
