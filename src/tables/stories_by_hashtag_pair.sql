-- title: Stories by pair of hashtags
-- population: Posts of the inclusive education queries and registers
-- unit: story (copies of one text count once in each corpus)
-- key: [corpus, hashtag, other_hashtag]
-- columns:
--   corpus: [id, "the corpus"]
--   hashtag: [id, "a hashtag, its variants with it"]
--   other_hashtag: [id, "another, later by letter"]
--   stories: [count, "stories that have both"]
--   hashtag_stories: [count, "stories that have the first"]
--   other_stories: [count, "stories that have the other"]
--   of: [count, "stories of the corpus that have a hashtag"]
-- cell: {count: [stories, hashtag_stories, other_stories], of: of}
-- limits:
--   - A pair stands here only if at least the threshold's number of stories and of sources hold it.

with
  tagged as (
    select distinct corpus, story_id, source_number as source, unnest(hashtags) as written
    from posts
    join annotations using (post_id, story_id)
    where scope = 'inclusive'
  ),
  -- A year at the end says when, not what.
  undated as (
    select corpus, story_id, source, written, coalesce(nullif(regexp_replace(written, '_?(19|20)[0-9]{2}$', ''), ''), written) as tag
    from tagged
  ),
  used as (
    select tag, count(distinct story_id) as stories
    from undated
    group by tag
  ),
  -- Two hashtags run together count under the first, where each stands by itself in more stories than both as one.
  splits as (
    select tag, stories, unnest(range(3, length(tag) - 2)) as place
    from used
  ),
  compounds as (
    select splits.tag, max_by(head.tag, head.stories) as hashtag
    from splits
    join used as head on head.tag = left(splits.tag, place)
    join used as tail on tail.tag = ltrim(substr(splits.tag, place + 1), '_')
    where head.stories > splits.stories and tail.stories >= (select threshold from study)
    group by splits.tag
  ),
  folded as (
    select corpus, story_id, source, written, coalesce(compounds.hashtag, undated.tag) as hashtag
    from undated
    left join compounds using (tag)
  ),
  tags as (
    select corpus, story_id, hashtag, min(source) as source
    from folded
    group by corpus, story_id, hashtag
  ),
  totals as (
    select corpus, count(distinct story_id) as of
    from tags
    group by corpus
  ),
  counts as (
    select corpus, hashtag, count(*) as stories
    from tags
    group by corpus, hashtag
  ),
  pairs as (
    select
      one.corpus,
      one.hashtag,
      other.hashtag as other_hashtag,
      count(*) as stories,
      count(distinct one.source) as sources
    from tags as one
    join tags as other using (corpus, story_id)
    where one.hashtag < other.hashtag
    group by all
  )
select
  pairs.corpus,
  pairs.hashtag,
  other_hashtag,
  pairs.stories,
  one.stories as hashtag_stories,
  other.stories as other_stories,
  totals.of
from pairs
join totals using (corpus)
join counts as one on one.corpus = pairs.corpus and one.hashtag = pairs.hashtag
join counts as other on other.corpus = pairs.corpus and other.hashtag = pairs.other_hashtag
cross join study
where pairs.stories >= threshold and sources >= threshold and of - pairs.stories >= threshold
order by pairs.corpus, pairs.hashtag, other_hashtag
