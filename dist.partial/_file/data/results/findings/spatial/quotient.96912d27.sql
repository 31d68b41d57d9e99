select topic, map_unit, inside, region, quotient, low, high, adjusted
from topic_quotients_by_map_unit
order by topic, map_unit;
