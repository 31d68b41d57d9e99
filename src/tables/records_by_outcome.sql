-- title: What became of the captured records
-- population: Records of all captures
-- unit: record of a capture
-- key: [outcome]
-- columns:
--   outcome: [id, "post where the record became a post of the study; otherwise the reason for which it was set aside"]
--   records: [count, "records; copies of one post are merged and count once"]
-- cell: {count: records}

with
  outcomes as (
    select 'post' as outcome
    from posts
    union all
    select reason as outcome
    from rejects
  )
select outcome, count(*) as records
from outcomes
group by outcome
order by outcome
