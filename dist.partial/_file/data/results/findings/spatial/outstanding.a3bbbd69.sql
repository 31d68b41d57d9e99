select
  'topic-region' as family,
  count(adjusted) as cells,
  count(*) filter (where low > 1 or high < 1) as alone,
  count(*) filter (where adjusted < 0.05) as kept,
  count(*) filter (where inside is null) as withheld
from topic_quotients_by_map_unit
order by family;
