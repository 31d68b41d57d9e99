select
  counts.corpus,
  counts.topic,
  counts.stories,
  counts.posts,
  counts.of,
  counts.stories / counts.of as share,
  wilson_lower(counts.stories, counts.of) as low,
  wilson_upper(counts.stories, counts.of) as high
from stories_by_topic as counts
where counts.scope = 'inclusive'
order by counts.corpus, share desc, counts.topic;
