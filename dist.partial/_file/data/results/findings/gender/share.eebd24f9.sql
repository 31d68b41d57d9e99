with
  totals as (
    select scope, whole_sum(stories) as total
    from stories_by_sex
    where corpus = 'public' and sex in ('boys', 'girls')
    group by scope
  )
select
  counts.scope,
  counts.sex,
  counts.stories,
  totals.total as of,
  counts.stories / totals.total as share,
  wilson_lower(counts.stories, totals.total) as low,
  wilson_upper(counts.stories, totals.total) as high
from stories_by_sex as counts
join totals using (scope)
where
  counts.corpus = 'public'
  and counts.sex in ('boys', 'girls')
  and (totals.total is null or totals.total > 0)
order by counts.scope, counts.sex;
