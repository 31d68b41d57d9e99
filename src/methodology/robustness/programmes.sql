-- title: The share of stories that name a programme under every combination of choices
-- question: Are state programmes mentioned at all, and which?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story or post, as counted says
-- method: /methodology/robustness
-- validation: programmes
-- key: [programme, discussion, base, counted, span]
-- columns:
--   programme: [id, the programme]
--   discussion: [id, the corpus]
--   base: [id, what the share is of]
--   counted: [id, copies of one text once or each]
--   span: [id, the window or the window without January 2022]
--   hits: [count, those that name it]
--   of: [count, stories or posts of the base]
--   share: [proportion, share of the base]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: All stories or posts of the base
-- interval: Wilson, 95%
-- limits:
--   - Combinations share most of their posts, so their intervals are no independent findings.
-- cell: {count: hits, of: of}
-- labels:
--   discussion: {public: The public, organisations: Organisations}
--   base: {all: All stories or posts, themed: Those on a topic of the study}
--   counted: {stories: Copies count once, posts: Each post counts}
--   span: {whole: Whole window, open: Without January 2022}
-- headings: {programme: Programme, discussion: Corpus, base: Share of, counted: Counted, span: Window, hits: Name it, of: Of, share: Share, low: From, high: To}
-- chart: {kind: multiverse, x: share, low: low, high: high, choices: [programme, discussion, base, counted, span], base: {programme: educated-nation, discussion: public, base: all, counted: stories, span: whole}}

select
  concept as programme,
  corpus as discussion,
  base,
  counted,
  span,
  hits,
  of,
  hits / of as share,
  wilson_lower(hits, of) as low,
  wilson_upper(hits, of) as high
from shares_by_choice
where family = 'programme' and mention = 'any' and concept in ('educated-nation', 'comfort-school')
order by programme, discussion, base, counted, span
