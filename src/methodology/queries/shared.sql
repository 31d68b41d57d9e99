-- title: How much of the rarer of two topics is in the other
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Public stories on inclusive education
-- unit: story (copies of one text count once)
-- method: /methodology/queries
-- validation: none
-- key: [topic, other_topic]
-- columns:
--   topic: [id, a topic]
--   other_topic: [id, "another topic, later by id"]
--   stories: [count, stories on both topics]
--   rarer: [count, stories on the rarer of the two]
--   more: [count, stories on the other]
--   share: [proportion, stories on both of stories on the rarer]
--   jaccard: [proportion, stories on both of stories on either]
-- denominator: Stories on the rarer of the two topics
-- limits:
--   - Topics may share stories because their queries look for the same words, or because people speak of both.
-- cell: {count: [stories, rarer, more]}
-- headings: {topic: Topic, other_topic: With, stories: Both, rarer: Rarer, more: Other, share: Of the rarer, jaccard: Of either}
-- chart: {kind: matrix, row: topic, column: other_topic, x: share}

with
  topic_stories as (
    select topic, stories
    from stories_by_topic
    where corpus = 'public' and scope = 'inclusive'
  ),
  sized as (
    select
      pairs.topic,
      pairs.other_topic,
      pairs.stories,
      case when one.stories + other.stories > 0 then least(one.stories, other.stories) end as rarer,
      case when one.stories + other.stories > 0 then greatest(one.stories, other.stories) end as more
    from stories_by_topic_pair as pairs
    join topic_stories as one on one.topic = pairs.topic
    join topic_stories as other on other.topic = pairs.other_topic
    where pairs.corpus = 'public' and pairs.scope = 'inclusive'
  )
select
  topic,
  other_topic,
  stories,
  rarer,
  more,
  stories / nullif(rarer, 0) as share,
  stories / nullif(rarer + more - stories, 0) as jaccard
from sized
order by topic, other_topic
