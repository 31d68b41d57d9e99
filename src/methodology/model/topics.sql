-- title: Model topics, and how much of each no query finds
-- question: What do people talk about that no query asks for?
-- population: Stories of the inclusive education queries and registers, both corpora
-- unit: story, by the model topic that most of its words are in (copies of one text count once)
-- method: /methodology/model
-- validation: topics
-- key: [model_topic]
-- columns:
--   model_topic: [id, "the model topic, 001 the one with most words"]
--   words: [id, its three heaviest lemmas]
--   lemmas: [text, its ten heaviest lemmas]
--   stories: [count, stories whose main topic it is]
--   unasked: [count, those of them that no query matches]
--   share: [proportion, stories that no query matches of stories of the model topic]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
--   coherence: [number, mean NPMI of the pairs of ten heaviest lemmas]
-- denominator: Stories of the model topic
-- interval: Wilson, 95%
-- limits:
--   - A model topic is a list of words; a person has to say what it is about.
--   - Most topics are of one language, so the same talk stands in two.
-- cell: {count: unasked, of: stories}
-- headings: {model_topic: No., words: Topic, lemmas: Heaviest words, stories: Stories, unasked: Unasked, share: Share, low: From, high: To, coherence: Coherence}
-- chart: {kind: dots, label: words, x: share, low: low, high: high}

select
  models.topic as model_topic,
  coalesce(array_to_string(string_split(models.lemmas, ', ')[1:3], ', '), models.topic) as words,
  models.lemmas,
  models.stories,
  unasked.stories as unasked,
  unasked.stories / models.stories as share,
  wilson_lower(unasked.stories, models.stories) as low,
  wilson_upper(unasked.stories, models.stories) as high,
  models.coherence
from topic_model as models
join topic_model as unasked on unasked.topic = models.topic and unasked.kind = 'query' and unasked.query = 'none'
where models.kind = 'topic'
order by model_topic
