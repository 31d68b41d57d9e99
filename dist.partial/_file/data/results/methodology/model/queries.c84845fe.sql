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
order by model_topic, found.query;
