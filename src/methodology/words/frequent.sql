-- title: Words that most stories hold
-- question: What is the content of social and online media discussions on inclusive education?
-- unit: story (copies of one text count once in each corpus)
-- method: /methodology/words
-- validation: none
-- population: Stories on inclusive education, by corpus and language
-- key: [corpus, language, word]
-- columns:
--   corpus: [id, the corpus]
--   language: [id, language of the word and of the stories that it is counted in]
--   word: [id, the dictionary form]
--   surface: [text, its commonest form as written]
--   stories: [count, stories that hold it]
--   of: [count, stories of the corpus in the language]
--   share: [proportion, stories that hold the word of the corpus's stories in its language]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories of the corpus in the word's language
-- interval: Wilson, 95%
-- limits:
--   - Words that say nothing of the topic, such as pronouns and auxiliaries, are left out.
--   - The twelve words of each language that most public stories hold.
-- cell: {count: stories, of: of}
-- order: [corpus, language, share desc, word]
-- labels:
--   language: {kk: Kazakh, ru: Russian}
-- headings: {corpus: Corpus, language: Language, word: Word, surface: As written, stories: Stories, of: Of, share: Share, low: From, high: To}
-- chart: {kind: dots, label: surface, x: share, low: low, high: high, by: corpus}

with
  most_held as (
    select language, word
    from stories_by_word
    where corpus = 'public'
    qualify row_number() over (partition by language order by stories desc nulls last, word) <= 12
  )
select
  corpus,
  language,
  word,
  surface,
  stories,
  of,
  stories / of as share,
  wilson_lower(stories, of) as low,
  wilson_upper(stories, of) as high
from stories_by_word
join most_held using (language, word)
order by corpus, language, share desc, word
