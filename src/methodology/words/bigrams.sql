-- title: Words that stand next to each other
-- question: What is the content of social and online media discussions on inclusive education?
-- unit: story (copies of one text count once in each corpus)
-- method: /methodology/words
-- validation: none
-- population: Stories on inclusive education, by corpus and language
-- key: [corpus, language, word, next_word]
-- columns:
--   corpus: [id, the corpus]
--   language: [id, language of the words and of the stories that they are counted in]
--   word: [id, the dictionary form of a word]
--   next_word: [id, the dictionary form of the word after it]
--   surface: [text, their commonest forms as written beside each other]
--   stories: [count, stories that hold the two next to each other]
--   both_stories: [count, "stories that hold both, wherever they stand"]
--   word_stories: [count, stories that hold the first]
--   next_stories: [count, stories that hold the second]
--   of: [count, stories of the corpus in the language]
--   logdice: [number, "logDice, 14 at most; one less is half as close"]
--   low: [number, lower limit of logDice]
--   high: [number, upper limit of logDice]
-- denominator: Stories of the corpus in the words' language
-- interval: "logDice, delta method, 95%"
-- limits:
--   - Counts are rounded down to a multiple of the threshold, and the measure is made of these.
--   - The twelve pairs of each language that most public stories hold.
--   - Two words with a preposition, a conjunction or a comma between them are no pair.
-- cell: {count: [stories, both_stories, word_stories, next_stories], of: of}
-- order: [corpus, language, logdice desc, word, next_word]
-- labels:
--   language: {kk: Kazakh, ru: Russian}
-- headings: {corpus: Corpus, language: Language, word: Word, next_word: Next word, surface: As written, stories: Side by side, both_stories: Both, word_stories: First, next_stories: Second, of: Of, logdice: logDice, low: From, high: To}
-- chart: {kind: dots, label: surface, x: logdice, low: low, high: high, by: corpus}

with
  most_held as (
    select language, word, next_word
    from stories_by_bigram
    where corpus = 'public'
    qualify row_number() over (partition by language order by stories desc nulls last, word, next_word) <= 12
  )
select
  corpus,
  language,
  word,
  next_word,
  surface,
  stories,
  both_stories,
  word_stories,
  next_stories,
  of,
  logdice(stories, word_stories, next_stories) as logdice,
  neighbours_lower(stories, both_stories, word_stories, next_stories) as low,
  neighbours_upper(stories, both_stories, word_stories, next_stories) as high
from stories_by_bigram
join most_held using (language, word, next_word)
order by corpus, language, logdice desc, word, next_word
