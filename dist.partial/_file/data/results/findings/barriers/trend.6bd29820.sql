select corpus, barrier, stories, level, slope, low, high, tau, p, p_adjusted
from barrier_trend
order by corpus, barrier;
