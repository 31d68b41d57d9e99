-- title: Posts and stories by source
-- question: How much does each source hold?
-- population: posts in the study's window
-- unit: post, and story (copies of one text count once)
-- method: /methodology
-- key: [scope]
-- columns:
--   scope: [id, where the posts come from]
--   posts: [count, posts]
--   stories: [count, stories]
--   first_day: [date, day of the first post]
--   last_day: [date, day of the last post]
select scope, posts, stories, first_day, last_day
from posts_by_scope
order by scope
