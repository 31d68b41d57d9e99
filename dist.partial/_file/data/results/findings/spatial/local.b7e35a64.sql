select map_unit, stories, neighbours, quadrant, i, p, adjusted
from local_autocorrelation
order by map_unit;
