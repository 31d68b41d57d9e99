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
order by model_topic, against;
