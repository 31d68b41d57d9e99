-- title: The share of stories on autism under every combination of choices
-- question: What do people discuss online when they discuss inclusive education?
-- population: Posts of the public corpus found by the inclusive education queries
-- unit: story or post, as counted says
-- method: /methodology/robustness
-- validation: topics, disabilities
-- key: [listed, mention, base, counted, span]
-- columns:
--   listed: [id, "which of the study's two lists of words for autism counts"]
--   mention: [id, "one word of the queries is enough, or two different ones are asked for"]
--   base: [id, what the share is of]
--   counted: [id, copies of one text once or each]
--   span: [id, the window or the window without January 2022]
--   hits: [count, those on autism]
--   of: [count, stories or posts of the base]
--   share: [proportion, share of the base]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: All stories or posts of the base
-- interval: Wilson, 95%
-- limits:
--   - Combinations share most of their posts, so their intervals are no independent findings.
--   - A query that joins words by AND or NEAR has several words in each story that it matches.
-- cell: {count: hits, of: of}
-- labels:
--   mention: {any: One word is enough, several: Two different words}
--   base: {all: All stories or posts, themed: Those on a topic of the study}
--   counted: {stories: Copies count once, posts: Each post counts}
--   span: {whole: Whole window, open: Without January 2022}
--   listed: {topic: Words of the topic, disability: Words of the disability}
-- headings: {listed: Query, mention: Words, base: Share of, counted: Counted, span: Window, hits: On autism, of: Of, share: Share, low: From, high: To}
-- chart: {kind: multiverse, x: share, low: low, high: high, choices: [listed, mention, base, counted, span], base: {listed: topic, mention: any, base: all, counted: stories, span: whole}}

select
  family as listed,
  mention,
  base,
  counted,
  span,
  hits,
  of,
  hits / of as share,
  wilson_lower(hits, of) as low,
  wilson_upper(hits, of) as high
from shares_by_choice
where concept = 'autism' and corpus = 'public'
order by listed, mention, base, counted, span
