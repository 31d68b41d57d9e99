select corpus, platform, basis, months, earlier, later, ratio, low, high, dispersion, p, p_adjusted
from volume_like_months
where basis = 'without-events' and platform = 'all'
order by basis, platform, corpus;
