-- title: Stories that name each barrier, by corpus
-- question: What do people name as holding inclusive education back?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/shares
-- validation: barriers
-- key: [corpus, barrier]
-- columns:
--   corpus: [id, the corpus]
--   barrier: [id, the barrier whose query matches a post of the story]
--   stories: [count, stories that name it]
--   posts: [count, posts that name it]
--   of: [count, stories of the corpus]
--   share: [proportion, stories that name it of stories of the corpus]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- headings: {corpus: Corpus, barrier: Barrier, stories: Stories, posts: Posts, of: Of, share: Share, low: From, high: To}
-- denominator: Stories of the corpus. A story may name several or none, so shares do not sum to 100%.
-- interval: Wilson, 95%
-- limits:
--   - The interval covers chance alone, as if stories were drawn at random; it does not cover the query's errors.
-- choices: methodology/robustness/violence
-- cell: {count: stories, of: of}
-- order: [corpus, share desc, barrier]
-- chart: {kind: dumbbell, label: barrier, x: share, low: low, high: high, by: corpus}

select
  corpus,
  barrier,
  stories,
  posts,
  of,
  stories / of as share,
  wilson_lower(stories, of) as low,
  wilson_upper(stories, of) as high
from stories_by_barrier
where scope = 'inclusive'
order by corpus, share desc, barrier
