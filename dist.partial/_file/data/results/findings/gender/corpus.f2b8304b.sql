with
  counts as (
    select
      corpus,
      any_value(stories) filter (where sex = 'boys') as boys,
      any_value(stories) filter (where sex = 'girls') as girls
    from stories_by_sex
    where scope = 'inclusive' and sex in ('boys', 'girls')
    group by corpus
  )
select
  corpus,
  boys,
  girls,
  boys + girls as of,
  girls / (boys + girls) as share,
  wilson_lower(girls, boys + girls) as low,
  wilson_upper(girls, boys + girls) as high
from counts
where boys + girls > 0
order by share desc, corpus;
