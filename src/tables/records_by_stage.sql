-- title: From captured records to stories
-- population: Records of all captures
-- unit: "record of a capture, then post, then story"
-- key: [stage, outcome]
-- columns:
--   stage: [id, "where in the course: records captured, posts read, posts of the window, posts of the study, stories"]
--   outcome: [id, "kept: what reaches the stage; otherwise the reason for which the rest does not reach the next"]
--   turn: [number, order of the stages]
--   units: [count, "records, posts or stories"]
-- cell: {count: units}

with
  reasons as (
    select
      case reason
        when 'outside-window' then 'outside-window'
        when 'repeated-capture' then 'repeated-capture'
        when 'no-id' then 'no-id'
        when 'no-date' then 'no-date'
        when 'unreadable-date' then 'no-date'
        else 'unreadable'
      end as reason
    from rejects
  ),
  totals as (
    select
      (select count(*) from reasons where reason in ('unreadable', 'no-id', 'no-date')) as broken,
      (select count(*) from reasons where reason = 'outside-window') as outside,
      (select count(*) from reasons where reason = 'repeated-capture') as repeated,
      (select count(*) from posts) as posts,
      (select count(distinct story_id) from posts) as stories
  ),
  -- Reasons with as few records as a person could have posts are counted together as unreadable.
  named as (
    select case when count(*) < (select threshold from study) then 'unreadable' else reason end as reason, count(*) as units
    from reasons
    where reason in ('unreadable', 'no-id', 'no-date')
    group by reasons.reason
  ),
  stages as (
    select 'captured' as stage, 'kept' as outcome, 1 as turn, broken + outside + repeated + posts as units from totals
    union all
    select 'captured' as stage, reason as outcome, 1 as turn, sum(units)::bigint as units from named group by reason
    union all
    select 'read' as stage, 'kept' as outcome, 2 as turn, outside + repeated + posts as units from totals
    union all
    select 'read' as stage, 'outside-window' as outcome, 2 as turn, outside as units from totals
    union all
    select 'inside' as stage, 'kept' as outcome, 3 as turn, repeated + posts as units from totals
    union all
    select 'inside' as stage, 'repeated-capture' as outcome, 3 as turn, repeated as units from totals
    union all
    select 'posts' as stage, 'kept' as outcome, 4 as turn, posts as units from totals
    union all
    select 'posts' as stage, 'copies' as outcome, 4 as turn, posts - stories as units from totals
    union all
    select 'stories' as stage, 'kept' as outcome, 5 as turn, stories as units from totals
  )
select stage, outcome, turn, units
from stages
order by stage, outcome
