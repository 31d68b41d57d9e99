-- title: Stories by the words of queries
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once in each corpus)
-- key: [corpus, family, concept, word, counted]
-- columns:
--   corpus: [id, "the corpus"]
--   family: [id, "topic, barrier, programme or disability"]
--   concept: [id, "the topic, barrier, programme or disability"]
--   word: [id, "a word, phrase or hashtag of its queries, as the query writes it"]
--   counted: [id, "with: stories that have the concept thanks to the word, alone or with others; alone: thanks to no other word"]
--   stories: [count, "stories"]
-- cell: {count: stories}
-- rounded: true

with
  tagged as (
    select corpus, posts.story_id, post_id, family, concept
    from posts
    join (
      select post_id, 'topic' as family, unnest(topics) as concept from annotations
      union all
      select post_id, 'barrier' as family, unnest(barriers) as concept from annotations
      union all
      select post_id, 'programme' as family, unnest(programmes) as concept from annotations
      union all
      select post_id, 'disability' as family, unnest(disabilities) as concept from annotations
    ) using (post_id)
    where scope = 'inclusive'
  ),
  owed as (
    select distinct corpus, family, concept, story_id, coalesce(query_matches.word, '') as word
    from tagged
    left join query_matches
      on query_matches.post_id = tagged.post_id
      and query_matches.annotator = tagged.family
      and query_matches.id = tagged.concept
  ),
  owing as (
    select
      corpus,
      family,
      concept,
      word,
      count(*) over (partition by corpus, family, concept, story_id) as words
    from owed
  ),
  counts as (
    select corpus, family, concept, word, 'with' as counted, count(*) as stories
    from owing
    group by all
    union all
    select corpus, family, concept, word, 'alone' as counted, count(*) as stories
    from owing
    where words = 1
    group by all
  )
select
  corpora.id as corpus,
  query_words.family,
  query_words.concept,
  query_words.word,
  ways.counted,
  coalesce(counts.stories, 0) as stories
from corpora
cross join query_words
cross join (select unnest(['with', 'alone']) as counted) as ways
left join counts
  on counts.corpus = corpora.id
  and counts.family = query_words.family
  and counts.concept = query_words.concept
  and counts.word = query_words.word
  and counts.counted = ways.counted
order by all
