with
  counts as (
    select
      language,
      any_value(stories) filter (where sex = 'boys') as boys,
      any_value(stories) filter (where sex = 'girls') as girls
    from stories_by_sex_language
    where corpus = 'public' and scope = 'inclusive' and sex in ('boys', 'girls') and language in ('kk', 'ru', 'mixed')
    group by language
  )
select
  language,
  boys,
  girls,
  boys + girls as of,
  girls / (boys + girls) as share,
  wilson_lower(girls, boys + girls) as low,
  wilson_upper(girls, boys + girls) as high
from counts
where boys + girls > 0
order by share desc, language;
