-- title: Girls' share as found and corrected for the lexicon's errors
-- question: Do discussions of education name boys and girls alike?
-- population: Stories of the public corpus that name children of exactly one sex
-- unit: story (copies of one text count once)
-- method: /methodology/gender
-- validation: gender
-- key: [scope, estimate]
-- columns:
--   scope: [id, "education in general, or inclusive education"]
--   estimate: [id, as found by the lexicon or corrected for its errors]
--   girls: [count, stories found to name girls and not boys]
--   boys: [count, stories found to name boys and not girls]
--   share: [proportion, girls' share of stories that name exactly one sex]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories of the scope that name children of exactly one sex
-- interval: as found Wilson, 95%; corrected, 2.5% to 97.5% of draws of what was found and of the errors
-- limits:
--   - The errors are those of validation, of single posts. Few posts that name both were coded, so the corrected interval is wide.
-- cell: {count: [girls, boys]}
-- labels:
--   estimate: {found: As found, corrected: Corrected}
-- headings: {scope: Discussion, estimate: Estimate, girls: Girls, boys: Boys, share: Girls' share, low: From, high: To}
-- chart: {kind: shares, label: estimate, x: share, low: low, high: high, by: scope}

select
  scope,
  'found' as estimate,
  first as girls,
  second as boys,
  raw as share,
  wilson_lower(first, first + second) as low,
  wilson_upper(first, first + second) as high
from sex_shares_corrected
union all
select scope, 'corrected' as estimate, first as girls, second as boys, corrected as share, low, high
from sex_shares_corrected
order by scope, estimate
