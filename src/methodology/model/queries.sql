-- title: Model topics against queries
-- question: What do people talk about that no query asks for?
-- population: Stories of the inclusive education queries and registers, both corpora
-- unit: story, by the model topic that most of its words are in (copies of one text count once)
-- method: /methodology/model
-- validation: topics
-- key: [model_topic, topic]
-- columns:
--   model_topic: [id, "the model topic, 001 the one with most words"]
--   words: [id, its three heaviest lemmas]
--   topic: [id, "the topic whose query matches; none where none does"]
--   stories: [count, stories of the model topic that the query matches]
--   of: [count, stories of the model topic]
--   query_stories: [count, all stories that the query matches]
--   lift: [number, "lift: the query's share of the model topic over its share of all stories"]
--   jaccard: [proportion, stories in both over stories in either]
-- denominator: Stories of the model topic, for the share that is in the lift
-- limits:
--   - A story belongs to one model topic here, though the model gives it several.
-- cell: {count: [stories, query_stories], of: of}
-- labels:
--   topic: {none: No query}
-- headings: {model_topic: No., words: Model topic, topic: Query, stories: Both, of: Of, query_stories: Query's, lift: Lift, jaccard: Jaccard}
-- chart: {kind: matrix, row: words, column: topic, x: lift}

select
  found.topic as model_topic,
  coalesce(array_to_string(string_split(models.lemmas, ', ')[1:3], ', '), models.topic) as words,
  found.query as topic,
  found.stories,
  found.of,
  found.query_stories,
  found.lift,
  found.jaccard
from topic_model as found
join topic_model as models on models.topic = found.topic and models.kind = 'topic'
where found.kind = 'query'
order by model_topic, found.query
