with
  spoken as (
    select corpus, platform
    from stories_by_platform
    where scope = 'inclusive' and (stories is null or stories > 0)
  )
select counts.corpus, counts.platform, counts.month, counts.stories
from stories_by_platform_month as counts
join spoken using (corpus, platform)
where counts.scope = 'inclusive'
order by counts.corpus, counts.platform, counts.month;
