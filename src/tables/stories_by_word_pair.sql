-- title: Stories by pair of words
-- population: Posts of the inclusive education queries and registers; a story is read by its first post
-- unit: story (copies of one text count once)
-- key: [language, word, other_word]
-- columns:
--   language: [id, "language of the first post and of both words"]
--   word: [id, "the dictionary form of a word"]
--   surface: [text, "its commonest form as written"]
--   other_word: [id, "the dictionary form of another, later by letter"]
--   other_surface: [text, "its commonest form as written"]
--   stories: [count, "stories whose first post holds both"]
--   word_stories: [count, "stories that hold the first"]
--   other_stories: [count, "stories that hold the other"]
--   of: [count, "stories in the language"]
-- cell: {count: [stories, word_stories, other_stories], of: of}
-- rounded: true
-- limits:
--   - Pairs of the 80 words of each language that stand in most stories; the 60 pairs with the highest logDice.
--   - A pair stands here only if at least the threshold's number of stories and of sources hold it.

with
  faces as (
    select
      story_id,
      arg_min(post_id, (published_at, post_id)) as post_id,
      arg_min(language, (published_at, post_id)) as language,
      arg_min(source_number, (published_at, post_id)) as source
    from posts
    where scope = 'inclusive'
    group by story_id
  ),
  -- Apart, or DuckDB joins stories and lemmas by their few languages first.
  read as materialized (
    select post_id, source, language, lemma_id
    from faces
    join terms using (post_id)
  ),
  totals as (
    select language, count(*) as of
    from faces
    group by language
  ),
  frequent as (
    select lemmas.lemma_id, read.language, any_value(lemma) as lemma, any_value(surface) as surface, count(*) as stories
    from read
    join lemmas on lemmas.lemma_id = read.lemma_id and lemmas.language = read.language
    where not lemmas.stop and lemmas.language <> 'other'
    group by lemmas.lemma_id, read.language
    qualify row_number() over (partition by read.language order by count(*) desc, any_value(lemma)) <= 80
  ),
  held as (
    select any_value(source) as source, list(frequent.lemma_id order by frequent.lemma_id) as lemma_ids
    from read
    join frequent on frequent.lemma_id = read.lemma_id and frequent.language = read.language
    group by post_id
  ),
  firsts as (
    select source, lemma_ids, unnest(lemma_ids) as lemma_id
    from held
  ),
  met as (
    select source, lemma_id, unnest(list_filter(lemma_ids, lambda other: other > lemma_id)) as other_id
    from firsts
  ),
  by_source as (
    select lemma_id, other_id, source, count(*) as stories
    from met
    group by lemma_id, other_id, source
  ),
  supported as (
    select lemma_id, other_id, sum(stories)::integer as stories, count(*) as sources
    from by_source
    group by lemma_id, other_id
  ),
  pairs as (
    select
      one.language,
      least(one.lemma, other.lemma) as word,
      case when one.lemma < other.lemma then one.surface else other.surface end as surface,
      greatest(one.lemma, other.lemma) as other_word,
      case when one.lemma < other.lemma then other.surface else one.surface end as other_surface,
      case when one.lemma < other.lemma then one.stories else other.stories end as word_stories,
      case when one.lemma < other.lemma then other.stories else one.stories end as other_stories,
      supported.stories,
      sources
    from supported
    join frequent as one using (lemma_id)
    join frequent as other on other.lemma_id = supported.other_id
  )
select pairs.language, word, surface, other_word, other_surface, stories, word_stories, other_stories, totals.of
from pairs
join totals using (language)
cross join study
where stories >= threshold and sources >= threshold and of - stories >= threshold
qualify row_number() over (
  partition by pairs.language
  order by logdice(stories, word_stories, other_stories) desc, word, other_word
) <= 60
order by pairs.language, word, other_word
