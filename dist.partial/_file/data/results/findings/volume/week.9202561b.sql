with
  happened as (
    select date_trunc('week', first_day)::date as week, min(id) as event
    from events
    group by 1
  )
select counts.corpus, counts.week, counts.stories, happened.event
from stories_by_week as counts
left join happened using (week)
where counts.scope = 'inclusive'
order by counts.corpus, counts.week;
