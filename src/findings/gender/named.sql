-- title: Stories that name boys, girls or both
-- question: Do discussions of education name boys and girls alike?
-- population: Posts of the public corpus, by the queries that found them
-- unit: story (copies of one text count once)
-- method: /methodology/shares
-- validation: gender
-- key: [scope, sex]
-- columns:
--   scope: [id, "education in general, or inclusive education"]
--   sex: [id, whom the story names]
--   stories: [count, "stories that name boys alone, girls alone, or both"]
--   of: [count, stories that name children of any sex]
--   share: [proportion, stories of this kind of stories that name children of any sex]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
--   scope_stories: [count, all stories of the scope]
-- denominator: Stories of the scope that name children of any sex; the three shares sum to 100%.
-- interval: Wilson, 95%
-- limits:
--   - Words of masculine form that can mean any child are not counted as boys.
--   - Most stories name no sex; they are in scope_stories only.
-- cell: {count: stories, of: of, within: [scope]}
-- labels:
--   sex: {boys: Boys alone, girls: Girls alone, both: Boys and girls}
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
      count(*) filter (where boys and girls) as both_sexes,
      count(*) filter (where boys or girls) as total,
      count(*) as scope_stories
    from stories
    group by scope
    having total > 0
  ),
  counts as (
    select scope, 'boys' as sex, boys as stories, total, scope_stories
    from totals
    union all
    select scope, 'girls' as sex, girls as stories, total, scope_stories
    from totals
    union all
    select scope, 'both' as sex, both_sexes as stories, total, scope_stories
    from totals
  )
select
  scope,
  sex,
  stories,
  total as of,
  stories / total as share,
  wilson_lower(stories, total) as low,
  wilson_upper(stories, total) as high,
  scope_stories
from counts
order by scope, sex
