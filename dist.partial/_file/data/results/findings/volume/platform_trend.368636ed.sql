select corpus, platform, stories, level, slope, low, high, slope / level as relative, tau, p, p_adjusted
from platform_trend
order by corpus, platform;
