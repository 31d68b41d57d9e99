select corpus, programme, stories, level, slope, low, high, tau, p, p_adjusted
from programme_trend
order by corpus, programme;
