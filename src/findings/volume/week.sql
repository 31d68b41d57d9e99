-- title: Stories on inclusive education a week
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/counts
-- validation: none
-- key: [corpus, week]
-- columns:
--   corpus: [id, the corpus]
--   week: [date, "first day of the week, a Monday"]
--   stories: [count, "stories whose first post in the corpus falls in the week, rounded down to a multiple of the threshold"]
--   event: [id, an event of the study that begins in the week]
-- headings: {corpus: Corpus, week: Week of, stories: Stories, event: Event}
-- limits:
--   - Weeks are rounded down to a multiple of the threshold, since weeks less months would tell what falls in a few days.
--   - The first and the last week of the window may be cut.
-- cell: {count: stories}
-- chart: {kind: trend, x: week, y: stories, by: corpus, marks: [event]}

with
  happened as (
    select date_trunc('week', first_day)::date as week, min(id) as event
    from events
    group by 1
  )
select counts.corpus, counts.week, counts.stories, happened.event
from stories_by_week as counts
left join happened using (week)
where counts.scope = 'inclusive'
order by counts.corpus, counts.week
