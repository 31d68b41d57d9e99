-- title: The share of boys under every combination of choices
-- question: Do discussions of education name boys and girls alike?
-- population: Posts that name children of exactly one sex
-- unit: story or post, as counted says
-- method: /methodology/robustness
-- validation: gender
-- key: [discussion, lexicon, counted, span]
-- columns:
--   discussion: [id, corpus and scope]
--   lexicon: [id, the words that count]
--   counted: [id, copies of one text once or each]
--   span: [id, the window or the window without January 2022]
--   boys: [count, those that name boys and not girls]
--   of: [count, those that name exactly one sex]
--   share: [proportion, boys' share of what names exactly one sex]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories or posts that name children of exactly one sex
-- interval: Wilson, 95%
-- limits:
--   - Combinations share most of their posts, so their intervals are no independent findings.
-- cell: {count: boys, of: of}
-- labels:
--   discussion: {public-general: "Public, education at large", public-inclusive: "Public, inclusive education", organisations-inclusive: "Organisations, inclusive education"}
--   lexicon: {main: The report's lexicon, generic-masculine: With pupils and students by grammatical gender, no-kinship: Without sons and daughters, no-youth: Without youths and maidens}
--   counted: {stories: Copies count once, posts: Each post counts}
--   span: {whole: Whole window, open: Without January 2022}
-- headings: {discussion: Discussion, lexicon: Words that count, counted: Counted, span: Window, boys: Boys, of: One sex, share: Boys' share, low: From, high: To}
-- chart: {kind: multiverse, x: share, low: low, high: high, choices: [discussion, lexicon, counted, span], base: {discussion: public-inclusive, lexicon: main, counted: stories, span: whole}}

with
  spanned as (
    select corpus, scope, counted, lexicon, 'whole' as span, whole_sum(boys) as boys, whole_sum(girls) as girls
    from sex_named_by_choice
    group by corpus, scope, counted, lexicon
    union all
    select corpus, scope, counted, lexicon, 'open' as span, boys, girls
    from sex_named_by_choice
    where span = 'rest'
  )
select
  corpus || '-' || scope as discussion,
  lexicon,
  counted,
  span,
  boys,
  boys + girls as of,
  boys / (boys + girls) as share,
  wilson_lower(boys, boys + girls) as low,
  wilson_upper(boys, boys + girls) as high
from spanned
where boys + girls is null or boys + girls > 0
order by discussion, lexicon, counted, span
