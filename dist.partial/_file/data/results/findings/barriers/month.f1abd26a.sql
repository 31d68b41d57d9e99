with
  spoken as (
    select distinct barrier
    from stories_by_barrier
    where scope = 'inclusive' and (stories is null or stories > 0)
  )
select counts.corpus, counts.barrier, counts.month, counts.stories
from stories_by_barrier_month as counts
join spoken using (barrier)
where counts.scope = 'inclusive'
order by counts.corpus, counts.barrier, counts.month;
