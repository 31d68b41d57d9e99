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
order by corpus, negative_share desc, disability;
