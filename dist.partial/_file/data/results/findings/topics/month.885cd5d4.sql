select
  counts.corpus,
  counts.topic,
  counts.month,
  counts.stories
from stories_by_topic_month as counts
where counts.scope = 'inclusive'
order by counts.corpus, counts.topic, counts.month;
