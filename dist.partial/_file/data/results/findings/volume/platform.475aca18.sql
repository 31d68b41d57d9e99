select
  corpus,
  platform,
  stories,
  posts,
  of,
  stories / of as share,
  wilson_lower(stories, of) as low,
  wilson_upper(stories, of) as high
from stories_by_platform
where scope = 'inclusive' and (stories is null or stories > 0)
union all
select
  'market' as corpus,
  id as platform,
  null as stories,
  null as posts,
  null as of,
  market_share as share,
  null as low,
  null as high
from platforms
where market_share is not null
order by corpus, share desc, platform;
