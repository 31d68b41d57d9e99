-- title: Which topics keep company
-- question: What is the content of social and online media discussions on inclusive education?
-- population: "Stories on inclusive education, by corpus"
-- unit: story (copies of one text count once)
-- method: /methodology/words
-- validation: topics
-- key: [corpus, topic, other_topic]
-- columns:
--   corpus: [id, the corpus]
--   topic: [id, a topic]
--   other_topic: [id, "another topic, later by id"]
--   stories: [count, stories on both topics]
--   topic_stories: [count, stories on the first]
--   other_stories: [count, stories on the other]
--   of: [count, stories of the corpus]
--   lift: [number, "lift: how many times more stories are on both than if topics were independent"]
--   lift_low: [number, lower limit of lift]
--   lift_high: [number, upper limit of lift]
--   logdice: [number, "logDice, 14 at most; one less is half as close"]
--   logdice_low: [number, lower limit of logDice]
--   logdice_high: [number, upper limit of logDice]
-- denominator: Stories of the corpus
-- interval: delta method over stories, 95%
-- limits:
--   - Queries that look for the same words meet by construction.
--   - Pairs with few stories give large and small lifts by chance; the table has the counts.
-- cell: {count: [stories, topic_stories, other_stories], of: of}
-- headings: {corpus: Corpus, topic: Topic, other_topic: With, stories: Both, topic_stories: First, other_stories: Other, of: Of, lift: Lift, lift_low: From, lift_high: To, logdice: logDice, logdice_low: From, logdice_high: To}
-- chart: {kind: matrix, row: topic, column: other_topic, x: lift, facet: corpus}

with
  topic_stories as (
    select corpus, topic, stories
    from stories_by_topic
    where scope = 'inclusive'
  )
select
  pairs.corpus,
  pairs.topic,
  pairs.other_topic,
  pairs.stories,
  one.stories as topic_stories,
  other.stories as other_stories,
  pairs.of,
  lift(pairs.stories, one.stories, other.stories, pairs.of) as lift,
  lift_lower(pairs.stories, one.stories, other.stories, pairs.of) as lift_low,
  lift_upper(pairs.stories, one.stories, other.stories, pairs.of) as lift_high,
  logdice(pairs.stories, one.stories, other.stories) as logdice,
  logdice_lower(pairs.stories, one.stories, other.stories) as logdice_low,
  logdice_upper(pairs.stories, one.stories, other.stories) as logdice_high
from stories_by_topic_pair as pairs
join topic_stories as one on one.corpus = pairs.corpus and one.topic = pairs.topic
join topic_stories as other on other.corpus = pairs.corpus and other.topic = pairs.other_topic
where pairs.scope = 'inclusive'
order by pairs.corpus, pairs.topic, pairs.other_topic
