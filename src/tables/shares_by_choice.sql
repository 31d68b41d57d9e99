-- title: Shares of topics, barriers, programmes, disabilities and platforms, under each choice
-- population: Posts of the inclusive education queries and registers
-- unit: story or post, as counted says
-- key: [family, concept, corpus, counted, mention, base, span]
-- columns:
--   family: [id, "topic, barrier, programme, disability or platform"]
--   concept: [id, "the topic, barrier, …"]
--   corpus: [id, the corpus]
--   counted: [id, "stories (copies of one text count once; of the month of the first post) or posts"]
--   mention: [id, "any: as the report counts; several: at least two different words of the study's queries; first: on the platform of the story's first post"]
--   base: [id, "all: of all stories or posts of the corpus; themed: of those that any topic's query matches"]
--   span: [id, "whole: the window; open: without the months that an event of events.csv touches"]
--   hits: [count, stories or posts that have it]
--   of: [count, all stories or posts of the base]
-- cell: {count: hits, of: of}
-- rounded: true

with
  touched as (
    select distinct date_trunc('month', day) as month
    from days
    join events on days.day between events.first_day and events.last_day
  ),
  read as (
    select corpus, post_id, posts.story_id, platform, published_at, local_date, topics, barriers, programmes, disabilities
    from posts
    join annotations using (post_id)
    where scope = 'inclusive'
  ),
  units as (
    select corpus, 'posts' as counted, post_id as id, platform as first_platform, local_date as day, len(topics) > 0 as themed
    from read
    union all
    select
      corpus,
      'stories' as counted,
      story_id as id,
      arg_min(platform, (published_at, post_id)) as first_platform,
      min(local_date) as day,
      bool_or(len(topics) > 0) as themed
    from read
    group by corpus, story_id
  ),
  open_units as (
    select *, date_trunc('month', day) not in (select month from touched) as open
    from units
  ),
  sums as (
    select
      corpus,
      counted,
      count(*) as all_whole,
      count(*) filter (where open) as all_open,
      count(*) filter (where themed) as themed_whole,
      count(*) filter (where themed and open) as themed_open
    from open_units
    group by corpus, counted
  ),
  bases as (
    select
      corpus,
      counted,
      unnest(['all', 'all', 'themed', 'themed']) as base,
      unnest(['whole', 'open', 'whole', 'open']) as span,
      unnest([all_whole, all_open, themed_whole, themed_open]) as of
    from sums
  ),
  named as (
    select post_id, 'topic' as family, unnest(topics) as concept from read
    union all
    select post_id, 'barrier' as family, unnest(barriers) as concept from read
    union all
    select post_id, 'programme' as family, unnest(programmes) as concept from read
    union all
    select post_id, 'disability' as family, unnest(disabilities) as concept from read
  ),
  words as (
    select post_id, annotator as family, id as concept, list(distinct word) as words
    from query_matches
    group by all
  ),
  worded as (
    select read.corpus, read.post_id, read.story_id, named.family, named.concept, words.words
    from named
    join read using (post_id)
    left join words using (post_id, family, concept)
  ),
  found as (
    select family, concept, corpus, 'posts' as counted, post_id as id, coalesce(len(words), 0) >= 2 as several
    from worded
    union all
    select
      family,
      concept,
      corpus,
      'stories' as counted,
      story_id as id,
      len(list_distinct(flatten(list(coalesce(words, []))))) >= 2 as several
    from worded
    group by family, concept, corpus, story_id
  ),
  mentioned as (
    select family, concept, corpus, counted, id, unnest(case when several then ['any', 'several'] else ['any'] end) as mention
    from found
    union all
    select distinct 'platform' as family, platform as concept, corpus, 'posts' as counted, post_id as id, 'any' as mention
    from read
    union all
    select distinct 'platform' as family, platform as concept, corpus, 'stories' as counted, story_id as id, 'any' as mention
    from read
    union all
    select 'platform' as family, first_platform as concept, corpus, counted, id, 'first' as mention
    from units
    where counted = 'stories'
  ),
  counts as (
    select
      family,
      concept,
      corpus,
      counted,
      mention,
      count(*) as all_whole,
      count(*) filter (where open) as all_open,
      count(*) filter (where themed) as themed_whole,
      count(*) filter (where themed and open) as themed_open
    from mentioned
    join open_units using (corpus, counted, id)
    group by family, concept, corpus, counted, mention
  ),
  concepts as (
    select 'topic' as family, id as concept, unnest(['any', 'several']) as mention from topics
    union all
    select 'barrier' as family, id as concept, unnest(['any', 'several']) as mention from barriers
    union all
    select 'programme' as family, id as concept, unnest(['any', 'several']) as mention from programmes
    union all
    select 'disability' as family, id as concept, unnest(['any', 'several']) as mention from disabilities
    union all
    select 'platform' as family, id as concept, unnest(['any', 'first']) as mention from platforms
  )
select
  concepts.family,
  concepts.concept,
  bases.corpus,
  bases.counted,
  concepts.mention,
  bases.base,
  bases.span,
  coalesce(
    case
      when base = 'all' and span = 'whole' then all_whole
      when base = 'all' then all_open
      when span = 'whole' then themed_whole
      else themed_open
    end,
    0
  ) as hits,
  bases.of
from concepts
join bases on concepts.mention <> 'first' or bases.counted = 'stories'
left join counts
  on counts.family = concepts.family
  and counts.concept = concepts.concept
  and counts.corpus = bases.corpus
  and counts.counted = bases.counted
  and counts.mention = concepts.mention
where (bases.span = 'whole' or (select count(*) from touched) > 0)
order by concepts.family, concepts.concept, bases.corpus, bases.counted, concepts.mention, bases.base, bases.span
