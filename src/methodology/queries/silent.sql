-- title: Words of queries to which no story is owed
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Stories of the inclusive education queries and registers, of all corpora
-- unit: word, phrase or hashtag of a topic's queries
-- method: /methodology/queries
-- validation: none
-- key: [topic]
-- columns:
--   topic: [id, the topic]
--   words: [number, words of the topic's queries]
--   silent: [number, words to which no story of any corpus is owed]
--   share: [proportion, silent words of words of the topic's queries]
-- denominator: Words of the topic's queries, each once
-- limits:
--   - A word that is silent here may speak elsewhere; it costs nothing, and finds nothing here.
--   - A word that stands in posts but whose AND or NEAR is never met is silent too.
-- order: [share desc, topic]
-- headings: {topic: Topic, words: Words, silent: Silent, share: Share}
-- chart: {kind: dots, label: topic, x: share}

with
  words as (
    select concept, word, count(*) = count(stories) and max(stories) = 0 as silent
    from stories_by_query_word
    where family = 'topic' and counted = 'with'
    group by concept, word
  )
select
  concept as topic,
  count(*)::double as words,
  (count(*) filter (where silent))::double as silent,
  count(*) filter (where silent) / count(*) as share
from words
group by concept
order by share desc, topic
