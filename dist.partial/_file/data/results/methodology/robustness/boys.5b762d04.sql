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
order by discussion, lexicon, counted, span;
