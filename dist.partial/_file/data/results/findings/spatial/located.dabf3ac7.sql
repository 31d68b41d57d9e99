select
  corpus,
  place_source,
  stories,
  of,
  stories / of as share,
  wilson_lower(stories, of) as low,
  wilson_upper(stories, of) as high
from stories_by_place_source
where scope = 'inclusive'
order by corpus, share desc, place_source;
