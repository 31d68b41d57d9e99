-- title: Stories by hashtag
-- population: Posts of the inclusive education queries and registers
-- unit: story (copies of one text count once in each corpus)
-- key: [corpus, hashtag]
-- columns:
--   corpus: [id, "the corpus"]
--   hashtag: [id, "the hashtag, its variants with it"]
--   variants: [text, "spellings counted with it, each in at least the threshold's number of stories"]
--   stories: [count, "stories with a post that has it"]
--   sources: [count, "sources of these posts"]
--   of: [count, "stories of the corpus"]
-- cell: {count: [stories, sources], of: of}
-- limits:
--   - A hashtag stands here only if at least the threshold's number of stories and of sources hold it.

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
  totals as (
    select corpus, count(distinct story_id) as of
    from posts
    where scope = 'inclusive'
    group by corpus
  ),
  variants as (
    select corpus, hashtag, string_agg(written, ', ' order by written) as variants
    from (
      select corpus, hashtag, written
      from folded
      where written <> hashtag
      group by corpus, hashtag, written
      having count(distinct story_id) >= (select threshold from study)
        and count(distinct source) >= (select threshold from study)
    )
    group by corpus, hashtag
  ),
  counts as (
    select corpus, hashtag, count(distinct story_id) as stories, count(distinct source) as sources
    from folded
    group by corpus, hashtag
  )
select corpus, hashtag, variants, stories, sources, totals.of
from counts
join totals using (corpus)
left join variants using (corpus, hashtag)
cross join study
where stories >= threshold and sources >= threshold and (of = stories or of - stories >= threshold)
order by corpus, hashtag
