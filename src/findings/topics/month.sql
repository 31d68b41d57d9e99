-- title: Stories a month by topic
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/counts
-- validation: topics
-- key: [corpus, topic, month]
-- columns:
--   corpus: [id, the corpus]
--   topic: [id, the topic whose query matches a post of the story]
--   month: [date, first day of the month]
--   stories: [count, stories on the topic whose first post in the corpus falls in the month]
--   event: [id, an event of the study that falls in the month]
--   coverage: [id, whether a source of the corpus starts or stops]
-- denominator: None; a story on several topics counts in each.
-- limits:
--   - The counts follow what the collecting tool returned, so a source that starts or stops shows as a change.
--   - A topic is what its query matches; the query's errors are in the counts.
--   - Of the public a source is seen to start or stop only where it publishes at least twice a month and is silent for two months at the window's end.
-- cell: {count: stories}
-- headings: {corpus: Corpus, topic: Topic, month: Month, stories: Stories, event: Event, coverage: Coverage}
-- labels:
--   coverage: {organisations-start: a source of the organisations starts, organisations-stop: a source of the organisations stops, organisations-both: sources of the organisations start and stop, public-start: a source of the public starts, public-stop: a source of the public stops, public-both: sources of the public start and stop}
-- chart: {kind: trend, x: month, y: stories, by: corpus, facet: topic, marks: [event, coverage]}

with
  coverage as (
    select corpus, month as month, corpus || '-' || case when count(distinct change) > 1 then 'both' else min(change) end as coverage
    from source_changes_by_month
    where sources is null or sources > 0
    group by 1, 2
  ),
  happened as (
    select date_trunc('month', first_day)::date as month, min(id) as event
    from events
    group by 1
  )
select
  counts.corpus,
  counts.topic,
  counts.month,
  counts.stories,
  happened.event,
  coverage.coverage
from stories_by_topic_month as counts
left join happened using (month)
left join coverage using (corpus, month)
where counts.scope = 'inclusive'
order by counts.corpus, counts.topic, counts.month
