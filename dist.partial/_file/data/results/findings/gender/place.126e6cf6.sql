with
  counts as (
    select
      map_unit,
      any_value(stories) filter (where sex = 'boys') as boys,
      any_value(stories) filter (where sex = 'girls') as girls
    from stories_by_sex_map_unit
    where corpus = 'public' and scope = 'inclusive' and sex in ('boys', 'girls')
    group by map_unit
  )
select
  map_unit,
  boys,
  girls,
  boys + girls as of,
  girls / (boys + girls) as share,
  wilson_lower(girls, boys + girls) as low,
  wilson_upper(girls, boys + girls) as high
from counts
where boys + girls > 0
order by share desc, map_unit;
