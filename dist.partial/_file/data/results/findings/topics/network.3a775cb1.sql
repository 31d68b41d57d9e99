with
  topic_stories as (
    select topic, stories
    from stories_by_topic
    where corpus = 'public' and scope = 'inclusive'
  )
select
  pairs.topic,
  pairs.other_topic,
  pairs.stories,
  one.stories as topic_stories,
  other.stories as other_stories,
  logdice(pairs.stories, one.stories, other.stories) as logdice
from stories_by_topic_pair as pairs
join topic_stories as one on one.topic = pairs.topic
join topic_stories as other on other.topic = pairs.other_topic
where pairs.corpus = 'public' and pairs.scope = 'inclusive' and pairs.stories > 0
order by logdice desc, pairs.topic, pairs.other_topic
limit 20;
