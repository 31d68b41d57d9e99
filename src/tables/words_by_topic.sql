-- title: Words that tell a topic's stories from the rest
-- population: Posts of the inclusive education queries, public corpus; a story is read by its first post
-- unit: story (copies of one text count once)
-- key: [topic, language, word]
-- columns:
--   topic: [id, "the topic whose query matches a post of the story"]
--   language: [id, "language of the word and of the stories that it is counted in"]
--   word: [id, "the dictionary form"]
--   surface: [text, "its commonest form as written"]
--   side: [id, "first: the topic's stories have it more"]
--   first: [count, "stories on the topic that hold it"]
--   first_of: [count, "stories on the topic in the language"]
--   second: [count, "other stories that hold it"]
--   second_of: [count, "other stories in the language"]
--   log_ratio: [number, "log2 of its share of the topic's stories over that of the others"]
--   low: [number, "lower limit of the log ratio"]
--   high: [number, "upper limit of the log ratio"]
--   g2: [number, "G² with Williams' correction"]
--   log10_q: [number, "log10 of p after Benjamini and Hochberg; -300 stands for less too"]
--   tests: [number, "words tested, of all topics together"]
--   dp: [number, "deviation of proportions over stories, 0 even to 1 all in one story"]
-- cell: {count: [first, first_of, second, second_of]}
-- limits:
--   - The words that a topic's query looks for are key to it by construction.
-- estimate: {kind: keyness, group: topic, sides: [first], top: 6}

with
  faces as (
    select
      story_id,
      arg_min(post_id, (published_at, post_id)) as post_id,
      arg_min(language, (published_at, post_id)) as language,
      arg_min(source_number, (published_at, post_id)) as source
    from posts
    where scope = 'inclusive' and corpus = 'public'
    group by story_id
  ),
  story_topics as (
    select distinct story_id, unnest(topics) as topic
    from posts
    join annotations using (post_id, story_id)
    where scope = 'inclusive' and corpus = 'public'
  ),
  totals as (
    select faces.language, count(*) as of, sum(tokens) as size
    from faces
    join annotations using (post_id)
    group by faces.language
  ),
  topic_totals as (
    select language, topic, count(*) as first_of
    from faces
    join story_topics using (story_id)
    group by language, topic
  ),
  -- Words by their number until they are few.
  held as (
    select faces.story_id, lemmas.lemma_id, source, terms.count as times, tokens
    from faces
    join annotations using (post_id)
    join terms using (post_id)
    join lemmas on lemmas.lemma_id = terms.lemma_id and lemmas.language = faces.language
    where not lemmas.stop
  ),
  counts as (
    select lemma_id, count(*) as stories, sum(times) as times, count(distinct source) as sources
    from held
    group by lemma_id
  ),
  words as (
    select language, lemma_id, lemma, surface, stories, times
    from counts
    join lemmas using (lemma_id)
    cross join study
    where stories >= threshold and sources >= threshold
  ),
  spread as (
    select
      lemma_id,
      (sum(abs(held.times / words.times - tokens / size)) + 1 - sum(tokens / size)) / 2 as dp
    from held
    join words using (lemma_id)
    join totals using (language)
    group by lemma_id
  ),
  together as (
    select topic, language, lemma_id, count(*) as first
    from held
    join words using (lemma_id)
    join story_topics using (story_id)
    group by topic, language, lemma_id
  )
select topic, language, lemma as word, surface, first, first_of, stories - first as second, of - first_of as second_of, dp
from together
join words using (language, lemma_id)
join spread using (lemma_id)
join totals using (language)
join topic_totals using (language, topic)
cross join study
where first >= threshold
  and (stories = first or stories - first >= threshold)
  and of - first_of >= threshold
order by topic, language, word
