-- title: Posts and stories by source
-- population: posts in the study's window
-- unit: post, and story (copies of one text count once)
-- key: [scope]
-- columns:
--   scope: [id, where the posts come from]
--   posts: [count, posts]
--   stories: [count, stories]
--   first_day: [date, day of the first post]
--   last_day: [date, day of the last post]
-- cell: {count: [stories, posts]}

select
  scope,
  count(*) as posts,
  count(distinct story_id) as stories,
  min(local_date) as first_day,
  max(local_date) as last_day
from posts
group by scope
order by scope
