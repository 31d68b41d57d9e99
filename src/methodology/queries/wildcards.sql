-- title: Wildcards that take other words
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Public stories on inclusive education
-- unit: story (copies of one text count once)
-- method: /methodology/queries
-- validation: none
-- key: [word]
-- columns:
--   word: [id, "a word of the study's queries with a wildcard, as the query writes it"]
--   stories: [count, "stories that hold another word that it takes, rounded down to a multiple of the threshold"]
--   of: [count, "stories that hold a word that it takes, rounded down to a multiple of the threshold"]
--   share: [proportion, stories that hold another word of stories that hold one that it takes]
-- denominator: Stories that hold a word that the wildcard takes
-- limits:
--   - Another word is a lemma that shares less than two thirds of its letters with the lemma of its language that the wildcard takes in most stories. It may be meant all the same.
--   - Words are read as lemmas, so a form whose lemma the wildcard does not take is not seen. Words in phrases are left out.
--   - A story that holds the word need not match the query, which may ask for more.
--   - The fifteen wildcards with the largest shares; all are in the table stories_by_wildcard.
-- cell: {count: [stories, of]}
-- order: [share desc, word]
-- headings: {word: Word, stories: Another word, of: Of, share: Share}
-- chart: {kind: dots, label: word, x: share}

with
  pairs as (
    select
      word,
      max(stories) filter (where counted = 'unlike') as stories,
      max(stories) filter (where counted = 'taken') as of
    from stories_by_wildcard
    group by word
  )
select word, stories, of, stories / of as share
from pairs
where stories > 0 and of > 0
order by share desc, word
limit 15
