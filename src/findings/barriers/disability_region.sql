-- title: Each disability by region
-- question: What is the content of social and online media discussions on inclusive education?
-- population: "Posts of the inclusive education queries and registers that are about one region, by corpus"
-- unit: story (copies of one text count once)
-- method: /methodology/shares
-- validation: disabilities, places
-- key: [corpus, disability, map_unit]
-- columns:
--   corpus: [id, the corpus]
--   disability: [id, the disability named]
--   map_unit: [id, the region that the story is about]
--   stories: [count, stories about the region that name it]
--   of: [count, stories about the region]
--   share: [proportion, "stories that name it, of stories about the region"]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories of the corpus about the region
-- interval: "Wilson, 95%"
-- limits:
--   - Many cells are compared at once, so some stand out by chance; read the intervals, and no single cell alone.
--   - Most stories of the organisations have the region of the organisation's seat; this is where those who write are, not what they write of.
-- cell: {count: stories, of: of}
-- headings: {corpus: Corpus, disability: Disability, map_unit: Region, stories: Stories, of: Of, share: Share, low: From, high: To}
-- chart: {kind: matrix, row: disability, column: map_unit, x: share, facet: corpus}

with
  spoken as (
    select distinct disability
    from stories_by_disability
    where scope = 'inclusive' and (stories is null or stories > 0)
  )
select
  counts.corpus,
  counts.disability,
  counts.map_unit,
  counts.stories,
  counts.of,
  counts.stories / counts.of as share,
  wilson_lower(counts.stories, counts.of) as low,
  wilson_upper(counts.stories, counts.of) as high
from stories_by_disability_map_unit as counts
join spoken using (disability)
where counts.scope = 'inclusive'
order by counts.corpus, counts.disability, counts.map_unit
