with
  counts as (
    select scope, lexicon, whole_sum(boys) as boys, whole_sum(girls) as girls
    from sex_named_by_choice
    where corpus = 'public' and counted = 'stories'
    group by scope, lexicon
  )
select
  scope,
  lexicon,
  girls,
  boys + girls as of,
  girls / (boys + girls) as share,
  wilson_lower(girls, boys + girls) as low,
  wilson_upper(girls, boys + girls) as high
from counts
where boys + girls is null or boys + girls > 0
order by scope, lexicon;
