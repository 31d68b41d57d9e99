-- title: Stories and posts of each organisation
-- population: Posts of the register's organisations
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [organisation]
-- columns:
--   organisation: [id, "the organisation"]
--   stories: [count, "its stories"]
--   posts: [count, "its posts"]
-- cell: {count: [stories, posts]}

with
  counts as (
    select source_id as organisation, count(distinct story_id) as stories, count(*) as posts
    from posts
    where source_id is not null
    group by source_id
  )
select
  organisations.id as organisation,
  coalesce(counts.stories, 0) as stories,
  coalesce(counts.posts, 0) as posts
from organisations
left join counts on counts.organisation = organisations.id
order by organisation
