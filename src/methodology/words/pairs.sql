-- title: Words that stand in the same stories
-- question: What is the content of social and online media discussions on inclusive education?
-- unit: story (copies of one text count once in each corpus)
-- method: /methodology/words
-- validation: none
-- population: Stories on inclusive education, by language
-- key: [language, word, other_word]
-- columns:
--   language: [id, language of the words and of the stories]
--   word: [id, the dictionary form of a word]
--   surface: [text, its commonest form as written]
--   other_word: [id, the dictionary form of another]
--   other_surface: [text, its commonest form as written]
--   stories: [count, stories that hold both]
--   word_stories: [count, stories that hold the first]
--   other_stories: [count, stories that hold the other]
--   of: [count, stories in the language]
--   logdice: [number, "logDice, 14 at most; one less is half as close"]
--   lift: [number, how many times more stories hold both than if they were independent]
-- denominator: Stories in the language
-- limits:
--   - Counts are rounded down to a multiple of the threshold, and the measures are made of these.
--   - Of the eighty most frequent words of each language; the eighteen closest pairs are shown.
--   - Words of a fixed phrase are the closest pairs of all.
-- cell: {count: [stories, word_stories, other_stories], of: of}
-- order: [language, logdice desc, word, other_word]
-- labels:
--   language: {kk: Kazakh, ru: Russian}
-- headings: {language: Language, word: Word, surface: As written, other_word: With, other_surface: Its form as written, stories: Both, word_stories: First, other_stories: Other, of: Of, logdice: logDice, lift: Lift}
-- chart: {kind: network, source: surface, target: other_surface, x: logdice, source_size: word_stories, target_size: other_stories}

select
  language,
  word,
  surface,
  other_word,
  other_surface,
  stories,
  word_stories,
  other_stories,
  of,
  logdice(stories, word_stories, other_stories) as logdice,
  lift(stories, word_stories, other_stories, of) as lift
from stories_by_word_pair
qualify row_number() over (partition by language order by logdice(stories, word_stories, other_stories) desc nulls last, word, other_word) <= 18
order by language, logdice desc, word, other_word
