-- title: The share of stories that name violence under every combination of choices
-- question: What do people name as holding inclusive education back?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story or post, as counted says
-- method: /methodology/robustness
-- validation: barriers
-- key: [discussion, mention, base, counted, span]
-- columns:
--   discussion: [id, the corpus]
--   mention: [id, "one word of the queries is enough, or two different ones are asked for"]
--   base: [id, what the share is of]
--   counted: [id, copies of one text once or each]
--   span: [id, the window or the window without January 2022]
--   hits: [count, those that name violence or bullying]
--   of: [count, stories or posts of the base]
--   share: [proportion, share of the base]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
--   next: [count, those that name the barrier named most beside it]
--   lead: [number, how many times more often violence is named than that barrier]
-- denominator: All stories or posts of the base
-- interval: Wilson, 95%
-- limits:
--   - Combinations share most of their posts, so their intervals are no independent findings.
--   - A query that joins words by AND or NEAR has several words in each story that it matches.
-- cell: {count: [hits, next], of: of}
-- labels:
--   discussion: {public: The public, organisations: Organisations}
--   mention: {any: One word is enough, several: Two different words}
--   base: {all: All stories or posts, themed: Those on a topic of the study}
--   counted: {stories: Copies count once, posts: Each post counts}
--   span: {whole: Whole window, open: Without January 2022}
-- headings: {discussion: Corpus, mention: Words, base: Share of, counted: Counted, span: Window, hits: Violence, of: Of, share: Share, low: From, high: To, next: Next barrier, lead: Times the next}
-- chart: {kind: multiverse, x: share, low: low, high: high, choices: [discussion, mention, base, counted, span], base: {discussion: public, mention: any, base: all, counted: stories, span: whole}}

with
  others as (
    select corpus, mention, base, counted, span, max(hits) as next
    from shares_by_choice
    where family = 'barrier' and concept <> 'violence'
    group by all
  )
select
  shares.corpus as discussion,
  shares.mention,
  shares.base,
  shares.counted,
  shares.span,
  shares.hits,
  shares.of,
  shares.hits / shares.of as share,
  wilson_lower(shares.hits, shares.of) as low,
  wilson_upper(shares.hits, shares.of) as high,
  others.next,
  shares.hits / nullif(others.next, 0) as lead
from shares_by_choice as shares
join others
  on others.corpus = shares.corpus
  and others.mention = shares.mention
  and others.base = shares.base
  and others.counted = shares.counted
  and others.span = shares.span
where family = 'barrier' and concept = 'violence'
order by discussion, shares.mention, shares.base, shares.counted, shares.span
