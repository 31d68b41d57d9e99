-- title: Tone of stories by disability named
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: "story, with the tone of its first post that names the disability"
-- method: /methodology/shares
-- validation: disabilities
-- key: [corpus, disability]
-- columns:
--   corpus: [id, the corpus]
--   disability: [id, "the disability named, or any of them"]
--   of: [count, stories that name it and whose tone could be read]
--   negative: [count, stories of negative tone]
--   mixed: [count, stories of mixed tone]
--   neutral: [count, stories of neutral tone]
--   positive: [count, stories of positive tone]
--   negative_share: [proportion, negative tone]
--   negative_low: [proportion, lower limit of the negative share]
--   negative_high: [proportion, upper limit of the negative share]
--   positive_share: [proportion, positive tone]
--   positive_low: [proportion, lower limit of the positive share]
--   positive_high: [proportion, upper limit of the positive share]
-- headings: {corpus: Corpus, disability: Disability, of: Stories, negative: Negative, mixed: Mixed, neutral: Neutral, positive: Positive, negative_share: Negative share, negative_low: From, negative_high: To, positive_share: Positive share, positive_low: From, positive_high: To}
-- denominator: Stories that name the disability and whose tone could be read
-- interval: Wilson, 95%
-- limits:
--   - Tone is of the post's words by a lexicon, not of the writer's mind, and not of the disability alone.
--   - No people have checked the tone of this study.
-- cell: {count: [negative, mixed, neutral, positive], of: of}
-- order: [corpus, negative_share desc, disability]
-- labels:
--   disability: {any: Any disability}
-- chart: {kind: opposed, label: disability, left: negative_share, left_low: negative_low, left_high: negative_high, right: positive_share, right_low: positive_low, right_high: positive_high, by: corpus}

with
  tones as (
    select
      corpus,
      disability,
      any_value(stories) filter (where tone = 'negative') as negative,
      any_value(stories) filter (where tone = 'mixed') as mixed,
      any_value(stories) filter (where tone = 'neutral') as neutral,
      any_value(stories) filter (where tone = 'positive') as positive
    from stories_by_disability_tone
    where scope = 'inclusive'
    group by corpus, disability
  ),
  totals as (
    select *, negative + mixed + neutral + positive as total
    from tones
  )
select
  corpus,
  disability,
  total as of,
  negative,
  mixed,
  neutral,
  positive,
  negative / total as negative_share,
  wilson_lower(negative, total) as negative_low,
  wilson_upper(negative, total) as negative_high,
  positive / total as positive_share,
  wilson_lower(positive, total) as positive_low,
  wilson_upper(positive, total) as positive_high
from totals
where total is null or total > 0
order by corpus, negative_share desc, disability
