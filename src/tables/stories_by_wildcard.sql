-- title: Stories by the other words that a wildcard takes
-- population: Public posts of the inclusive education queries
-- unit: story (copies of one text count once)
-- key: [word, counted]
-- columns:
--   word: [id, "a single word of the study's queries with a wildcard, as the query writes it"]
--   counted: [id, "taken: stories that hold a lemma that it takes; unlike: stories that hold one unlike the lemma of that language that it takes in most stories"]
--   stories: [count, "stories"]
-- cell: {count: stories}
-- rounded: true

with
  wildcards as (
    select distinct word
    from query_words
    -- No phrase, hashtag or caseSensitive; and a sign that is no letter, digit or mark.
    where not regexp_matches(word, '["#: ]') and regexp_matches(word, '[^\pL\pN\pM]')
  ),
  held as (
    select distinct story_id, lemma_id
    from posts
    join terms using (post_id)
    where corpus = 'public' and scope = 'inclusive'
  ),
  pairs as (
    select word, lemma_id, lemma, language
    from lemmas
    -- Not GLOB, whose ? is one byte. 42 is the asterisk; words hold neither % nor _.
    join wildcards on lemma like replace(replace(word, chr(42), '%'), '?', '_')
    where not stop
  ),
  sizes as (
    select lemma_id, count(*) as stories
    from held
    group by lemma_id
  ),
  heads as (
    select word, language, arg_max(lemma, (stories, -lemma_id)) as head
    from pairs
    join sizes using (lemma_id)
    group by word, language
  ),
  judged as (
    select
      word,
      lemma_id,
      -- Letters in common from the beginning, of the longer of the two: below two thirds is unlike, as in lint.
      len(list_filter(range(1, 1 + least(length(lemma), length(head))), lambda n: lemma[:n] = head[:n]))
        / greatest(length(lemma), length(head)) < 2 / 3 as unlike
    from pairs
    join heads using (word, language)
  ),
  counts as (
    select word, 'taken' as counted, count(distinct story_id) as stories
    from judged
    join held using (lemma_id)
    group by word
    union all
    select word, 'unlike' as counted, count(distinct story_id) as stories
    from judged
    join held using (lemma_id)
    where unlike
    group by word
  )
select word, ways.counted, coalesce(counts.stories, 0) as stories
from wildcards
cross join (select unnest(['taken', 'unlike']) as counted) as ways
left join counts using (word, counted)
order by word, counted
