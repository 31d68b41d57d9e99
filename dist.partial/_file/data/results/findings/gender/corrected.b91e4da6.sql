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
order by scope, estimate;
