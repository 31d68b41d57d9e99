-- title: The closest pairs of topics, organisations
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Organisations' stories on inclusive education
-- unit: story (copies of one text count once)
-- method: /methodology/words
-- validation: topics
-- key: [topic, other_topic]
-- columns:
--   topic: [id, a topic]
--   other_topic: [id, "another topic, later by id"]
--   stories: [count, stories on both topics]
--   topic_stories: [count, stories on the first]
--   other_stories: [count, stories on the other]
--   logdice: [number, "logDice, 14 at most; one less is half as close"]
-- denominator: None; logDice does not depend on the size of the corpus.
-- limits:
--   - The twenty pairs with the highest logDice; frequent topics meet more.
--   - Queries that look for the same words meet by construction.
-- cell: {count: [stories, topic_stories, other_stories]}
-- order: [logdice desc, topic, other_topic]
-- headings: {topic: Topic, other_topic: With, stories: Both, topic_stories: First, other_stories: Other, logdice: logDice}
-- chart: {kind: network, source: topic, target: other_topic, x: logdice, source_size: topic_stories, target_size: other_stories}

with
  topic_stories as (
    select topic, stories
    from stories_by_topic
    where corpus = 'organisations' and scope = 'inclusive'
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
where pairs.corpus = 'organisations' and pairs.scope = 'inclusive' and pairs.stories > 0
order by logdice desc, pairs.topic, pairs.other_topic
limit 20
