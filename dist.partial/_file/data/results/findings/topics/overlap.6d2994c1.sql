select
  counts.corpus,
  counts.topics_found,
  counts.stories,
  totals.stories as of,
  counts.stories / totals.stories as share,
  wilson_lower(counts.stories, totals.stories) as low,
  wilson_upper(counts.stories, totals.stories) as high
from stories_by_topic_count as counts
join stories_by_corpus as totals using (corpus, scope)
where counts.scope = 'inclusive' and totals.stories > 0
order by counts.corpus, counts.topics_found;
