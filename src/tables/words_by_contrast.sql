-- title: Words that tell two parts of the discussion apart
-- population: Posts of the inclusive education queries and registers; a story is read by its first post in the corpus
-- unit: story (copies of one text count once in each corpus)
-- key: [contrast, language, word]
-- columns:
--   contrast: [id, "what is compared: the corpora, or the first and last like months within a corpus"]
--   language: [id, "language of the word and of the stories that it is counted in"]
--   word: [id, "the dictionary form"]
--   surface: [text, "its commonest form as written"]
--   side: [id, "the part that has it more: first or second"]
--   first: [count, "stories of the first part that hold it"]
--   first_of: [count, "stories of the first part in the language"]
--   second: [count, "stories of the second part that hold it"]
--   second_of: [count, "stories of the second part in the language"]
--   log_ratio: [number, "log2 of its share of stories in the first part over that in the second"]
--   low: [number, "lower limit of the log ratio"]
--   high: [number, "upper limit of the log ratio"]
--   g2: [number, "G² with Williams' correction"]
--   log10_q: [number, "log10 of p after Benjamini and Hochberg; -300 stands for less too"]
--   tests: [number, "words tested in the contrast"]
--   dp: [number, "deviation of proportions over stories, 0 even to 1 all in one story"]
-- cell: {count: [first, first_of, second, second_of]}
-- limits:
--   - A word stands here only if at least the threshold's number of stories and of sources hold it, and no part is left with fewer.
-- estimate: {kind: keyness, family: contrast, top: 12}

with
  faces as (
    select
      corpus,
      story_id,
      arg_min(post_id, (published_at, post_id)) as post_id,
      arg_min(language, (published_at, post_id)) as language,
      arg_min(source_number, (published_at, post_id)) as source,
      min(local_date) as day
    from posts
    where scope = 'inclusive'
    group by corpus, story_id
  ),
  shared_months as (
    select month(month) as calendar_month
    from months
    group by calendar_month
    having count(*) > 1
  ),
  sided as (
    select 'corpora' as contrast, post_id, language, source, corpus = 'public' as is_first, true as compared
    from faces
    union all
    select
      corpus || '-periods' as contrast,
      post_id,
      language,
      source,
      year(day) = year(window_to) as is_first,
      month(day) in (select calendar_month from shared_months) as compared
    from faces
    cross join study
  ),
  sizes as (
    select
      contrast,
      sided.language,
      count(*) filter (where compared and is_first) as first_of,
      count(*) filter (where compared and not is_first) as second_of,
      sum(tokens) filter (where compared) as size
    from sided
    join annotations using (post_id)
    group by contrast, sided.language
  ),
  -- Words by their number until they are few: their texts would take most of the memory.
  held as (
    select contrast, terms.lemma_id, source, is_first, compared, terms.count as times, tokens
    from sided
    join annotations using (post_id)
    join terms using (post_id)
    join lemmas on lemmas.lemma_id = terms.lemma_id and lemmas.language = sided.language
    where not lemmas.stop
  ),
  counts as (
    select
      contrast,
      lemma_id,
      count(*) filter (where compared and is_first) as first,
      count(*) filter (where compared and not is_first) as second,
      count(*) filter (where not compared) as rest,
      count(distinct source) filter (where compared) as sources,
      sum(times) filter (where compared) as times
    from held
    group by contrast, lemma_id
  ),
  publishable as (
    select counts.*, lemmas.language, lemma, surface, first_of, second_of, size
    from counts
    join lemmas using (lemma_id)
    join sizes on sizes.contrast = counts.contrast and sizes.language = lemmas.language
    cross join study
    where first + second >= threshold
      and sources >= threshold
      and (first = 0 or first >= threshold)
      and (second = 0 or second >= threshold)
      and (rest = 0 or rest >= threshold)
      and first_of >= threshold
      and second_of >= threshold
  ),
  spread as (
    select
      contrast,
      lemma_id,
      (sum(abs(held.times / publishable.times - tokens / size)) + 1 - sum(tokens / size)) / 2 as dp
    from held
    join publishable using (contrast, lemma_id)
    where held.compared
    group by contrast, lemma_id
  )
select contrast, language, lemma as word, surface, first, first_of, second, second_of, dp
from publishable
join spread using (contrast, lemma_id)
order by contrast, language, word
