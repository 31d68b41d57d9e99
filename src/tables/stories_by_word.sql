-- title: Stories by word
-- population: Posts of the inclusive education queries and registers; a story is read by its first post in the corpus
-- unit: story (copies of one text count once in each corpus)
-- key: [corpus, language, word]
-- columns:
--   corpus: [id, "the corpus"]
--   language: [id, "language of the first post; a word is counted among stories of its own language"]
--   word: [id, "the dictionary form"]
--   surface: [text, "its commonest form as written"]
--   stories: [count, "stories whose first post holds it"]
--   sources: [count, "sources that wrote these posts"]
--   of: [count, "stories of the corpus in the language"]
-- cell: {count: [stories, sources], of: of}
-- limits:
--   - The 500 words of each corpus and language that stand in most stories; words that say nothing of the topic are left out.
--   - A word stands here only if at least the threshold's number of stories and of sources hold it.

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
  held as (
    select corpus, faces.language, lemma, any_value(surface) as surface, count(*) as stories, count(distinct source) as sources
    from faces
    join terms using (post_id)
    join lemmas on lemmas.lemma_id = terms.lemma_id and lemmas.language = faces.language
    where not lemmas.stop and lemmas.language <> 'other'
    group by corpus, faces.language, lemma
  )
select held.corpus, held.language, lemma as word, surface, stories, sources, totals.of
from held
join totals using (corpus, language)
cross join study
where stories >= threshold and sources >= threshold and (of = stories or of - stories >= threshold)
qualify row_number() over (partition by held.corpus, held.language order by stories desc, lemma) <= 500
order by held.corpus, held.language, word
