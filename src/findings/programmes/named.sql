-- title: Stories that name each programme, by corpus
-- question: Are state programmes mentioned at all, and which?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/shares
-- validation: programmes
-- key: [corpus, programme]
-- columns:
--   corpus: [id, the corpus]
--   programme: [id, the programme whose query matches a post of the story]
--   stories: [count, stories that name it]
--   posts: [count, posts that name it]
--   of: [count, stories of the corpus]
--   share: [proportion, stories that name it of stories of the corpus]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- headings: {corpus: Corpus, programme: Programme, stories: Stories, posts: Posts, of: Of, share: Share, low: From, high: To}
-- denominator: Stories of the corpus. A story may name several or none, so shares do not sum to 100%.
-- interval: Wilson, 95%
-- limits:
--   - The interval covers chance alone, as if stories were drawn at random; it does not cover the query's errors.
-- choices: methodology/robustness/programmes
-- cell: {count: stories, of: of}
-- order: [corpus, share desc, programme]
-- chart: {kind: dumbbell, label: programme, x: share, low: low, high: high, by: corpus}

select
  corpus,
  programme,
  stories,
  posts,
  of,
  stories / of as share,
  wilson_lower(stories, of) as low,
  wilson_upper(stories, of) as high
from stories_by_programme
where scope = 'inclusive'
order by corpus, share desc, programme
