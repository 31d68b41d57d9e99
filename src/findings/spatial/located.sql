-- title: How stories were located
-- question: Where do people discuss inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/shares
-- validation: places
-- key: [corpus, place_source]
-- columns:
--   corpus: [id, the corpus]
--   place_source: [id, the evidence for the one region that the story is about]
--   stories: [count, stories located by this evidence]
--   of: [count, stories of the corpus]
--   share: [proportion, stories located by this evidence of stories of the corpus]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories of the corpus. Each has one kind of evidence, so shares sum to 100%.
-- interval: Wilson, 95%
-- limits:
--   - A story without a region is in no rate; if some regions are named less readily, their rates are too low.
-- cell: {count: stories, of: of, within: [corpus]}
-- order: [corpus, share desc, place_source]
-- labels:
--   place_source: {title: Named in the title, text: Named in the text, organisation: By the organisation's seat, none: No one region}
-- chart: {kind: shares, label: place_source, x: share, low: low, high: high, by: corpus}

with
  evidence as (
    select
      posts.corpus,
      posts.story_id,
      posts.post_id,
      posts.published_at,
      annotations.place_source
    from posts
    join annotations using (post_id)
    where posts.scope = 'inclusive'
  ),
  stories as (
    select
      corpus,
      story_id,
      coalesce(
        arg_min(place_source, (published_at, post_id)) filter (where place_source <> 'none'),
        'none'
      ) as place_source
    from evidence
    group by corpus, story_id
  ),
  totals as (
    select corpus, count(*) as total
    from stories
    group by corpus
  ),
  counts as (
    select corpus, place_source, count(*) as stories
    from stories
    group by corpus, place_source
  )
select
  counts.corpus,
  counts.place_source,
  counts.stories,
  totals.total as of,
  counts.stories / totals.total as share,
  wilson_lower(counts.stories, totals.total) as low,
  wilson_upper(counts.stories, totals.total) as high
from counts
join totals using (corpus)
order by counts.corpus, share desc, counts.place_source
