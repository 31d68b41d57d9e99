select ltrim(topic, '0') as topics_tried, stories, coherence
from topic_model
where kind = 'number'
order by topics_tried;
