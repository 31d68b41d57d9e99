-- title: Girls' share by corpus
-- question: Do discussions of education name boys and girls alike?
-- population: Stories that name children of exactly one sex
-- unit: story (copies of one text count once)
-- method: /methodology/gender
-- validation: gender
-- key: [corpus]
-- columns:
--   corpus: [id, "the corpus"]
--   boys: [count, stories that name boys and not girls]
--   girls: [count, stories that name girls and not boys]
--   of: [count, stories that name exactly one sex]
--   share: [proportion, stories that name girls of stories that name exactly one sex]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories that name children of exactly one sex
-- interval: Wilson, 95%
-- limits:
--   - Words of masculine form that can mean any child are not counted as boys.
-- cell: {count: [boys, girls], of: of}
-- headings: {corpus: Corpus, boys: Boys, girls: Girls, of: One sex, share: Girls' share, low: From, high: To}
-- order: [share desc, corpus]
-- chart: {kind: dots, label: corpus, x: share, low: low, high: high}

with
  counts as (
    select
      corpus,
      any_value(stories) filter (where sex = 'boys') as boys,
      any_value(stories) filter (where sex = 'girls') as girls
    from stories_by_sex
    where scope = 'inclusive' and sex in ('boys', 'girls')
    group by corpus
  )
select
  corpus,
  boys,
  girls,
  boys + girls as of,
  girls / (boys + girls) as share,
  wilson_lower(girls, boys + girls) as low,
  wilson_upper(girls, boys + girls) as high
from counts
where boys + girls > 0
order by share desc, corpus
