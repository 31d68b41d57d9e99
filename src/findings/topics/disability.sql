-- title: Disabilities by share of stories
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/shares
-- validation: disabilities
-- key: [corpus, disability]
-- columns:
--   corpus: [id, the corpus]
--   disability: [id, the disability that a post of the story names]
--   stories: [count, stories that name it]
--   of: [count, stories of the corpus]
--   share: [proportion, stories that name the disability of stories of the corpus]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories of the corpus. A story may name several disabilities or none, so shares do not sum to 100%.
-- interval: percentile bootstrap over sources, 95%
-- limits:
--   - How often a disability is named says nothing of how many children have it.
--   - The interval covers chance alone, not the query's errors.
--   - Stories of one source are alike, so sources are drawn whole; few sources make wide intervals.
-- choices: methodology/robustness/autism
-- cell: {count: stories, of: of}
-- order: [corpus, share desc, disability]
-- headings: {corpus: Corpus, disability: Disability, stories: Stories, of: Of, share: Share, low: From, high: To}
-- chart: {kind: dots, label: disability, x: share, low: low, high: high, by: corpus}

select
  counts.corpus,
  counts.disability,
  counts.stories,
  counts.of,
  counts.stories / counts.of as share,
  shares.low,
  shares.high
from stories_by_disability as counts
left join disability_shares as shares using (corpus, disability)
where counts.scope = 'inclusive'
order by corpus, share desc, disability
