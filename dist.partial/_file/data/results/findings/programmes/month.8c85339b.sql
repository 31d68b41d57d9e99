with
  spoken as (
    select distinct programme
    from stories_by_programme
    where scope = 'inclusive' and (stories is null or stories > 0)
  )
select counts.corpus, counts.programme, counts.month, counts.stories
from stories_by_programme_month as counts
join spoken using (programme)
where counts.scope = 'inclusive'
order by counts.corpus, counts.programme, counts.month;
