select
  corpus, measure, step, basis, periods, level, slope, low, high, slope / level as relative, tau, p, p_adjusted
from volume_trend
order by corpus, measure, step desc, basis;
