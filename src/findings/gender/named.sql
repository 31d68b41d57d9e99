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
-- headings: {scope: Discussion, sex: Named, stories: Stories, of: Any sex, share: Share, low: From, high: To, scope_stories: All stories}
-- chart: {kind: shares, label: sex, x: share, low: low, high: high, by: scope}

with
  named as (
    select scope, whole_sum(stories) as total
    from stories_by_sex
    where corpus = 'public' and sex <> 'none'
    group by scope
  ),
  everything as (
    select scope, stories as scope_stories
    from stories_by_corpus
    where corpus = 'public'
  )
select
  counts.scope,
  counts.sex,
  counts.stories,
  named.total as of,
  counts.stories / named.total as share,
  wilson_lower(counts.stories, named.total) as low,
  wilson_upper(counts.stories, named.total) as high,
  everything.scope_stories
from stories_by_sex as counts
join named using (scope)
join everything using (scope)
where counts.corpus = 'public' and counts.sex <> 'none' and (named.total is null or named.total > 0)
order by counts.scope, counts.sex
