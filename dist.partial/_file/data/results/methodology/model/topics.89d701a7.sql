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
order by model_topic;
