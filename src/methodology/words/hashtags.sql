-- title: Hashtags by share of stories
-- question: What is the content of social and online media discussions on inclusive education?
-- unit: story (copies of one text count once in each corpus)
-- method: /methodology/words
-- validation: none
-- population: Posts of the inclusive education queries and registers, by corpus
-- key: [corpus, hashtag]
-- columns:
--   corpus: [id, the corpus]
--   hashtag: [id, "the hashtag, its variants with it"]
--   variants: [text, spellings that are counted with it]
--   stories: [count, stories with a post that has it]
--   sources: [count, sources of these posts]
--   of: [count, stories of the corpus]
--   share: [proportion, stories with the hashtag of stories of the corpus]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories of the corpus
-- interval: Wilson, 95%
-- limits:
--   - The eighteen hashtags with most public stories.
--   - A hashtag is how its author wants to be found, not what a story is about.
-- cell: {count: [stories, sources], of: of}
-- order: [corpus, share desc, hashtag]
-- headings: {corpus: Corpus, hashtag: Hashtag, variants: With it, stories: Stories, sources: Sources, of: Of, share: Share, low: From, high: To}
-- chart: {kind: dots, label: hashtag, x: share, low: low, high: high, by: corpus}

with
  most_held as (
    select hashtag
    from stories_by_hashtag
    where corpus = 'public'
    order by stories desc nulls last, hashtag
    limit 18
  )
select
  corpus,
  hashtag,
  variants,
  stories,
  sources,
  of,
  stories / of as share,
  wilson_lower(stories, of) as low,
  wilson_upper(stories, of) as high
from stories_by_hashtag
join most_held using (hashtag)
order by corpus, share desc, hashtag
