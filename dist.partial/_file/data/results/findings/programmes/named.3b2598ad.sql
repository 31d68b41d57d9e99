select
  corpus,
  programme,
  stories,
  posts,
  of,
  stories / of as share,
  wilson_lower(stories, of) as low,
  wilson_upper(stories, of) as high
from stories_by_programme
where scope = 'inclusive'
order by corpus, share desc, programme;
