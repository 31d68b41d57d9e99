-- title: Shares of platforms under every combination of choices
-- question: What do people discuss online when they discuss inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story or post, as counted says
-- method: /methodology/robustness
-- validation: none
-- key: [platform, discussion, counted, span]
-- columns:
--   platform: [id, the platform]
--   discussion: [id, the corpus]
--   counted: [id, "stories by any of their posts, stories by their first post, or posts"]
--   span: [id, the window or the window without January 2022]
--   hits: [count, those on the platform]
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
--   counted: {stories: "Stories, by any post", first: "Stories, by the first post", posts: Posts}
--   span: {whole: Whole window, open: Without January 2022}
-- headings: {platform: Platform, discussion: Corpus, counted: Counted, span: Window, hits: On it, of: Of, share: Share, low: From, high: To}
-- chart: {kind: multiverse, x: share, low: low, high: high, choices: [platform, discussion, counted, span], base: {platform: instagram, discussion: organisations, counted: stories, span: whole}}

select
  concept as platform,
  corpus as discussion,
  case mention when 'first' then 'first' else counted end as counted,
  span,
  hits,
  of,
  hits / of as share,
  wilson_lower(hits, of) as low,
  wilson_upper(hits, of) as high
from shares_by_choice
where family = 'platform' and base = 'all' and concept in ('instagram', 'telegram', 'news', 'facebook')
order by platform, discussion, counted, span
