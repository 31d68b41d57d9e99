select
  corpus,
  disability,
  stories,
  posts,
  of,
  stories / of as share,
  wilson_lower(stories, of) as low,
  wilson_upper(stories, of) as high
from stories_by_disability
where scope = 'inclusive'
order by corpus, share desc, disability;
