-- title: Topics by region
-- question: What is the content of social and online media discussions on inclusive education?
-- population: "Stories on inclusive education that are about one region, by corpus"
-- unit: story (copies of one text count once)
-- method: /methodology/places
-- validation: topics, places
-- key: [corpus, topic, map_unit]
-- columns:
--   corpus: [id, the corpus]
--   topic: [id, the topic whose query matches a post of the story]
--   map_unit: [id, the region that the story is about]
--   stories: [count, stories on the topic about the region]
--   of: [count, stories about the region]
--   share: [proportion, stories on the topic of stories about the region]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories about the region. A story may have several topics or none, so shares do not sum to 100%.
-- interval: Wilson, 95%, in the table
-- limits:
--   - Many cells are compared at once, so some stand out by chance; read the intervals, and no single cell alone.
--   - Stories that name no region, or several, are left out.
--   - Most stories of the organisations have the region of the organisation's seat; this is where those who write are, not what they write of.
-- cell: {count: stories, of: of}
-- headings: {corpus: Corpus, topic: Topic, map_unit: Region, stories: Stories, of: Of, share: Share, low: From, high: To}
-- chart: {kind: matrix, row: topic, column: map_unit, x: share, facet: corpus}

select
  counts.corpus,
  counts.topic,
  counts.map_unit,
  counts.stories,
  units.stories as of,
  counts.stories / units.stories as share,
  wilson_lower(counts.stories, units.stories) as low,
  wilson_upper(counts.stories, units.stories) as high
from stories_by_topic_map_unit as counts
join stories_by_map_unit as units using (corpus, scope, map_unit)
where counts.scope = 'inclusive' and units.stories > 0
order by counts.corpus, counts.topic, counts.map_unit
