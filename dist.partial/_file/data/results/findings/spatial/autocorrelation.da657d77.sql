select measure, stories, units, i, expected, p, draws
from rate_autocorrelation
order by measure;
