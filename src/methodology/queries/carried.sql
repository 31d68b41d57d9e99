-- title: What each topic owes to its most frequent word
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Public stories on inclusive education
-- unit: story (copies of one text count once)
-- method: /methodology/queries
-- validation: none
-- key: [topic, counted]
-- columns:
--   topic: [id, the topic]
--   counted: [id, "whether other words of the topic's queries may stand beside it, or none does"]
--   word: [text, "the word, phrase or hashtag of the queries that most stories of the topic hold, as the query writes it"]
--   stories: [count, "stories that have the topic thanks to the word, rounded down to a multiple of the threshold"]
--   of: [count, stories of the topic]
--   share: [proportion, stories that the word carries of stories of the topic]
-- denominator: Stories of the topic
-- limits:
--   - Stories are rounded down to a multiple of the study's threshold, so a share may be a little too small.
--   - Where one word carries nearly all stories, the topic is what this word finds, errors included.
--   - Words without which no query of a topic can match are left out.
-- cell: {count: [stories, of]}
-- order: [topic, counted desc]
-- labels:
--   counted: {with: alone or with others, alone: alone}
-- headings: {topic: Topic, counted: The word stands, word: Word, stories: Stories, of: Of, share: Share}
-- chart: {kind: dumbbell, label: topic, x: share, by: counted}

with
  ranked as (
    select
      concept,
      word,
      -- A withheld count is at least one, so it comes before the words that no story has.
      row_number() over (partition by concept order by coalesce(stories, 1) desc, word) as place
    from stories_by_query_word
    join query_words using (family, concept, word)
    where family = 'topic' and corpus = 'public' and counted = 'with' and role = 'choice'
  )
select
  totals.topic,
  words.counted,
  case when words.stories is not null then words.word end as word,
  words.stories,
  totals.stories as of,
  words.stories / totals.stories as share
from ranked
join stories_by_query_word as words using (concept, word)
join stories_by_topic as totals on totals.topic = ranked.concept and totals.corpus = words.corpus
where ranked.place = 1
  and words.family = 'topic'
  and words.corpus = 'public'
  and totals.scope = 'inclusive'
  and totals.stories > 0
order by totals.topic, words.counted desc
