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
-- interval: Wilson, 95%
-- limits:
--   - How often a disability is named says nothing of how many children have it.
--   - The interval covers chance alone, not the query's errors.
-- choices: methodology/robustness/autism
-- cell: {count: stories, of: of}
-- order: [corpus, share desc, disability]
-- headings: {corpus: Corpus, disability: Disability, stories: Stories, of: Of, share: Share, low: From, high: To}
-- chart: {kind: dots, label: disability, x: share, low: low, high: high, by: corpus}

select
  corpus,
  disability,
  stories,
  of,
  stories / of as share,
  wilson_lower(stories, of) as low,
  wilson_upper(stories, of) as high
from stories_by_disability
where scope = 'inclusive'
order by corpus, share desc, disability
