-- title: From captured records to stories
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Records of all captures
-- unit: "record of a capture, then post, then story"
-- method: /methodology/
-- validation: none
-- key: [stage, outcome]
-- columns:
--   stage: [id, where in the course]
--   outcome: [id, "kept: what reaches the stage; otherwise why the rest does not reach the next"]
--   units: [count, "records, posts or stories"]
--   turn: [number, order of the stages]
--   kept_first: [number, "0 for what reaches the stage, 1 for what does not reach the next"]
-- headings: {stage: Stage, outcome: Outcome, units: Number, turn: Order, kept_first: Left out}
-- limits:
--   - Reasons with as few records as the threshold are counted with the unreadable ones.
-- cell: {count: units}
-- order: [turn, kept_first, outcome]
-- labels:
--   stage: {captured: records captured, read: records read as posts, inside: posts within the window, posts: "posts, each once", stories: stories}
--   outcome: {kept: reach the stage, unreadable: could not be read, no-id: without an id, no-date: without a date that can be read, outside-window: outside the window, repeated-capture: captured more than once, copies: copies of a text that is counted already}
-- chart: {kind: flow, stage: stage, outcome: outcome, x: units}

select stage, outcome, units, turn, case outcome when 'kept' then 0 else 1 end as kept_first
from records_by_stage
where outcome = 'kept' or units is null or units > 0
order by turn, kept_first, outcome
