-- title: How many location quotients differ from one
-- question: Where do people discuss inclusive education?
-- population: Posts of the public corpus found by the inclusive education queries that are about one region
-- unit: story (copies of one text count once)
-- method: /methodology/rates
-- validation: topics, places
-- key: [family]
-- columns:
--   family: [id, all cells of topic and region]
--   cells: [number, cells with enough stories to be tested]
--   alone: [number, "cells whose own interval leaves 1 out"]
--   kept: [number, "cells that remain with false discovery control at 5%"]
--   withheld: [number, cells below the threshold]
-- headings: {family: Family, cells: Cells tested, alone: Interval without 1, kept: After control, withheld: Withheld}

select
  'topic-region' as family,
  count(adjusted) as cells,
  count(*) filter (where low > 1 or high < 1) as alone,
  count(*) filter (where adjusted < 0.05) as kept,
  count(*) filter (where inside is null) as withheld
from topic_quotients_by_map_unit
order by family
