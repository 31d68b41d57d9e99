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
-- headings: {scope: Discussion, sex: Named, stories: Stories, of: One sex, share: Share, low: From, high: To}
-- chart: {kind: shares, label: sex, x: share, low: low, high: high, by: scope}
-- choices: methodology/robustness/boys

with
  totals as (
    select scope, whole_sum(stories) as total
    from stories_by_sex
    where corpus = 'public' and sex in ('boys', 'girls')
    group by scope
  )
select
  counts.scope,
  counts.sex,
  counts.stories,
  totals.total as of,
  counts.stories / totals.total as share,
  wilson_lower(counts.stories, totals.total) as low,
  wilson_upper(counts.stories, totals.total) as high
from stories_by_sex as counts
join totals using (scope)
where
  counts.corpus = 'public'
  and counts.sex in ('boys', 'girls')
  and (totals.total is null or totals.total > 0)
order by counts.scope, counts.sex
