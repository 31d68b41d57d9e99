-- title: How stories were located
-- question: Where do people discuss inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/shares
-- validation: places
-- key: [corpus, place_source]
-- columns:
--   corpus: [id, the corpus]
--   place_source: [id, the evidence for the one region that the story is about]
--   stories: [count, stories located by this evidence]
--   of: [count, stories of the corpus]
--   share: [proportion, stories located by this evidence of stories of the corpus]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories of the corpus. Each has one kind of evidence, so shares sum to 100%.
-- interval: Wilson, 95%
-- limits:
--   - A story without a region is in no rate; if some regions are named less readily, their rates are too low.
-- cell: {count: stories, of: of, within: [corpus]}
-- order: [corpus, share desc, place_source]
-- labels:
--   place_source: {title: Named in the title, text: Named in the text, organisation: By the organisation's seat, none: No one region}
-- headings: {corpus: Corpus, place_source: Evidence, stories: Stories, of: All stories, share: Share, low: From, high: To}
-- chart: {kind: shares, label: place_source, x: share, low: low, high: high, by: corpus}

select
  corpus,
  place_source,
  stories,
  of,
  stories / of as share,
  wilson_lower(stories, of) as low,
  wilson_upper(stories, of) as high
from stories_by_place_source
where scope = 'inclusive'
order by corpus, share desc, place_source
