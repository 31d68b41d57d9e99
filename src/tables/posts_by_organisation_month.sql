-- title: Posts of each organisation by month
-- population: Posts of the register's organisations
-- unit: post
-- key: [organisation, month]
-- columns:
--   organisation: [id, "the organisation"]
--   month: [date, "first day of the month"]
--   posts: [count, "its posts of the month"]
-- cell: {count: posts, within: [[organisation], [month]]}

with
  counts as (
    select source_id as organisation, date_trunc('month', local_date)::date as month, count(*) as posts
    from posts
    where source_id is not null
    group by all
  )
select organisations.id as organisation, months.month, coalesce(counts.posts, 0) as posts
from organisations
cross join months
left join counts on counts.organisation = organisations.id and counts.month = months.month
order by organisation, months.month
