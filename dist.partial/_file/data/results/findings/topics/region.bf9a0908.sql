select
  counts.topic,
  counts.map_unit,
  counts.stories,
  units.stories as of,
  counts.stories / units.stories as share,
  wilson_lower(counts.stories, units.stories) as low,
  wilson_upper(counts.stories, units.stories) as high
from stories_by_topic_map_unit as counts
join stories_by_map_unit as units using (corpus, scope, map_unit)
where counts.corpus = 'public' and counts.scope = 'inclusive' and units.stories > 0
order by counts.topic, counts.map_unit;
