-- title: Do the model topics come again?
-- question: What do people talk about that no query asks for?
-- population: Stories of the inclusive education queries and registers, both corpora
-- unit: story, by the model topic that most of its words are in (copies of one text count once)
-- method: /methodology/model
-- validation: none
-- key: [model_topic, against]
-- columns:
--   model_topic: [id, "the model topic, 001 the one with most words"]
--   words: [id, its three heaviest lemmas]
--   against: [id, what the topic is compared with]
--   stories: [count, stories whose main topic it is]
--   cosine: [number, "cosine of lemma weights with its like, 1 the same"]
--   jaccard: [proportion, Jaccard index of ten heaviest lemmas with its like]
-- denominator: None
-- limits:
--   - A topic below one half is an accident of its seed; do not name it.
-- cell: {count: stories}
-- labels:
--   against: {seed: Another seed, nmf: A factorisation}
-- headings: {model_topic: No., words: Topic, against: Against, stories: Stories, cosine: Cosine, jaccard: Jaccard}
-- chart: {kind: dots, label: words, x: cosine, by: against}

with
  compared as (
    select topic, lemmas, stories, 'seed' as against, seed_cosine as cosine, seed_jaccard as jaccard
    from topic_model
    where kind = 'topic'
    union all
    select topic, lemmas, stories, 'nmf' as against, nmf_cosine as cosine, nmf_jaccard as jaccard
    from topic_model
    where kind = 'topic'
  )
select
  topic as model_topic,
  coalesce(array_to_string(string_split(lemmas, ', ')[1:3], ', '), topic) as words,
  against,
  stories,
  cosine,
  jaccard
from compared
order by model_topic, against
