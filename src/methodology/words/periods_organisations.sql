-- title: Key words of like months, first and last year, organisations
-- question: What is the content of social and online media discussions on inclusive education?
-- unit: story (copies of one text count once in each corpus)
-- method: /methodology/words
-- validation: none
-- population: Organisations' stories on inclusive education in calendar months that the window holds twice
-- key: [language, word]
-- columns:
--   language: [id, language of the word and of the stories that it is counted in]
--   word: [id, the dictionary form]
--   surface: [text, its commonest form as written]
--   side: [id, the part that has it more]
--   first: [count, stories of the first part that hold it]
--   first_of: [count, stories of the first part in the language]
--   second: [count, stories of the second part that hold it]
--   second_of: [count, stories of the second part in the language]
--   log_ratio: [number, "log ratio: one more is twice as frequent in the first part, one less half"]
--   low: [number, lower limit of the log ratio]
--   high: [number, upper limit of the log ratio]
--   g2: [number, G² with Williams' correction]
--   log10_q: [number, "log10 of the adjusted p; -2 is one in a hundred"]
--   tests: [number, words tested]
--   dp: [number, "deviation of proportions over stories, 0 even to 1 all in one"]
-- denominator: Stories of each part in the word's language
-- interval: Log ratio, Katz, 95%
-- limits:
--   - Tests are adjusted by Benjamini and Hochberg within this comparison; shown is what stays below one in twenty.
--   - A source that starts or stops changes words too.
-- cell: {count: [first, first_of, second, second_of]}
-- order: [language, log_ratio desc, word]
-- labels:
--   language: {kk: Kazakh, ru: Russian}
--   side: {first: Last year, second: First year}
-- headings: {language: Language, word: Word, surface: As written, side: More in, first: First, first_of: Of, second: Second, second_of: Of, log_ratio: Log ratio, low: From, high: To, g2: G², log10_q: log10 q, tests: Tests, dp: DP}
-- chart: {kind: diverging, label: surface, x: log_ratio, low: low, high: high, by: side, facet: language}

select language, word, surface, side, first, first_of, second, second_of, log_ratio, low, high, g2, log10_q, tests, dp
from words_by_contrast
where contrast = 'organisations-periods'
order by language, log_ratio desc, word
