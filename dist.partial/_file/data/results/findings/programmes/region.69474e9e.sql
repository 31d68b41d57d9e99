select
  map_unit,
  stories,
  of,
  stories / of as share,
  wilson_lower(stories, of) as low,
  wilson_upper(stories, of) as high
from stories_by_programme_map_unit
where corpus = 'public' and scope = 'inclusive' and programme = 'any'
order by share desc, map_unit;
