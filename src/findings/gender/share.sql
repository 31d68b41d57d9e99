-- title: Boys and girls among stories that name one sex
-- question: Do discussions of education name boys and girls alike?
-- population: Posts of the public corpus, by the queries that found them
-- unit: story (copies of one text count once)
-- method: /methodology/shares
-- validation: gender
-- key: [scope, sex]
-- columns:
--   scope: [id, "education in general, or inclusive education"]
--   sex: [id, the one sex that the story names]
--   stories: [count, stories that name children of this sex and not of the other]
--   of: [count, stories that name children of exactly one sex]
--   share: [proportion, stories that name this sex of stories that name exactly one]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories of the scope that name children of exactly one sex; the two shares sum to 100%.
-- interval: Wilson, 95%
-- limits:
--   - Words of masculine form that can mean any child are not counted as boys.
--   - The interval covers chance alone; it does not cover the lexicon's errors.
-- cell: {count: stories, of: of, within: [scope]}
-- labels:
--   sex: {boys: Boys, girls: Girls}
-- chart: {kind: shares, label: sex, x: share, low: low, high: high, by: scope}

with
  stories as (
    select
      posts.scope,
      posts.story_id,
      bool_or(annotations.gender in ('boys', 'both')) as boys,
      bool_or(annotations.gender in ('girls', 'both')) as girls
    from posts
    join annotations using (post_id)
    where posts.corpus = 'public'
    group by posts.scope, posts.story_id
  ),
  totals as (
    select
      scope,
      count(*) filter (where boys and not girls) as boys,
      count(*) filter (where girls and not boys) as girls,
      count(*) filter (where boys <> girls) as total
    from stories
    group by scope
    having total > 0
  ),
  counts as (
    select scope, 'boys' as sex, boys as stories, total
    from totals
    union all
    select scope, 'girls' as sex, girls as stories, total
    from totals
  )
select
  scope,
  sex,
  stories,
  total as of,
  stories / total as share,
  wilson_lower(stories, total) as low,
  wilson_upper(stories, total) as high
from counts
order by scope, sex
