-- title: Coherence by number of topics
-- question: What do people talk about that no query asks for?
-- population: Stories of the inclusive education queries and registers, both corpora
-- unit: story, by the model topic that most of its words are in (copies of one text count once)
-- method: /methodology/model
-- validation: none
-- key: [topics_tried]
-- columns:
--   topics_tried: [id, number of topics tried]
--   stories: [count, stories that coherence is counted in]
--   coherence: [number, "mean NPMI of the pairs of ten heaviest lemmas, over the topics"]
--   low: [number, coherence less its standard error]
--   high: [number, coherence and its standard error]
-- denominator: None
-- interval: one standard error of the mean over the topics to either side
-- limits:
--   - The sampler ran on a part of the stories, drawn by a seed; neighbours differ little.
--   - Topics of one run are not independent, so the standard error is a guess.
-- cell: {count: stories}
-- headings: {topics_tried: Topics, stories: Stories, coherence: Coherence, low: From, high: To}
-- chart: {kind: dots, label: topics_tried, x: coherence, low: low, high: high}

select
  ltrim(topic, '0') as topics_tried,
  stories,
  coherence,
  coherence - coherence_error as low,
  coherence + coherence_error as high
from topic_model
where kind = 'number'
order by topics_tried
