-- title: Stories by pair of neighbouring words
-- population: Posts of the inclusive education queries and registers; a story is read by its first post in the corpus
-- unit: story (copies of one text count once in each corpus)
-- key: [corpus, language, word, next_word]
-- columns:
--   corpus: [id, "the corpus"]
--   language: [id, "language of the first post and of both words"]
--   word: [id, "the dictionary form of a word"]
--   next_word: [id, "the dictionary form of the word after it"]
--   surface: [text, "their commonest forms as written beside each other"]
--   stories: [count, "stories whose first post holds the two next to each other"]
--   both_stories: [count, "stories that hold both words, wherever they stand"]
--   word_stories: [count, "stories that hold the first"]
--   next_stories: [count, "stories that hold the second"]
--   of: [count, "stories of the corpus in the language"]
-- cell: {count: [stories, both_stories, word_stories, next_stories], of: of}
-- rounded: true
-- limits:
--   - The 60 pairs of each corpus and language that stand in most stories.
--   - Words that say nothing of the topic are left out, and part what stands beside them.
--   - A pair stands here only if at least the threshold's number of stories and of sources hold it.

with
  faces as (
    select
      corpus,
      story_id,
      arg_min(post_id, (published_at, post_id)) as post_id,
      arg_min(language, (published_at, post_id)) as language,
      arg_min(source_number, (published_at, post_id)) as source
    from posts
    where scope = 'inclusive'
    group by corpus, story_id
  ),
  totals as (
    select corpus, language, count(*) as of
    from faces
    group by corpus, language
  ),
  -- Few of all pairs stand in enough posts.
  possible as materialized (
    select lemma_pairs.lemma_id, next_lemma_id, one.language, one.lemma as word, next.lemma as next_word, lemma_pairs.surface
    from lemma_pairs
    join lemmas as one on one.lemma_id = lemma_pairs.lemma_id
    join lemmas as next on next.lemma_id = next_lemma_id and next.language = one.language
    cross join study
    where lemma_pairs.posts >= threshold and one.language <> 'other' and lemma_pairs.lemma_id <> next_lemma_id
  ),
  read as materialized (
    select corpus, language, source, lemma_id, next_lemma_id
    from faces
    join bigrams using (post_id)
  ),
  by_source as (
    select corpus, language, lemma_id, next_lemma_id, source, count(*) as stories
    from read
    join possible using (language, lemma_id, next_lemma_id)
    group by corpus, language, lemma_id, next_lemma_id, source
  ),
  supported as (
    select corpus, language, lemma_id, next_lemma_id, sum(stories)::integer as stories, count(*) as sources
    from by_source
    group by corpus, language, lemma_id, next_lemma_id
  ),
  frequent as materialized (
    select supported.corpus, language, lemma_id, next_lemma_id, word, next_word, surface, stories, totals.of
    from supported
    join possible using (language, lemma_id, next_lemma_id)
    join totals using (corpus, language)
    cross join study
    where stories >= threshold and sources >= threshold and of - stories >= threshold
    qualify row_number() over (partition by supported.corpus, language order by stories desc, word, next_word) <= 60
  ),
  sought as (
    select lemma_id from frequent
    union
    select next_lemma_id from frequent
  ),
  held as materialized (
    select corpus, language, post_id, terms.lemma_id
    from terms
    join sought using (lemma_id)
    join faces using (post_id)
  ),
  singles as (
    select corpus, language, lemma_id, count(*) as stories
    from held
    group by corpus, language, lemma_id
  ),
  together as (
    select frequent.corpus, frequent.language, frequent.lemma_id, next_lemma_id, count(*) as stories
    from frequent
    join held as one on one.lemma_id = frequent.lemma_id and one.corpus = frequent.corpus and one.language = frequent.language
    join held as next on next.lemma_id = next_lemma_id and next.corpus = frequent.corpus and next.post_id = one.post_id
    group by frequent.corpus, frequent.language, frequent.lemma_id, next_lemma_id
  )
select
  frequent.corpus,
  frequent.language,
  word,
  next_word,
  surface,
  frequent.stories,
  together.stories as both_stories,
  one.stories as word_stories,
  next.stories as next_stories,
  of
from frequent
join together using (corpus, language, lemma_id, next_lemma_id)
join singles as one using (corpus, language, lemma_id)
join singles as next on next.corpus = frequent.corpus and next.language = frequent.language and next.lemma_id = next_lemma_id
order by frequent.corpus, frequent.language, word, next_word
