-- title: Stories a month that name each barrier
-- question: What do people name as holding inclusive education back?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/counts
-- validation: barriers
-- key: [corpus, barrier, month]
-- columns:
--   corpus: [id, the corpus]
--   barrier: [id, the barrier named]
--   month: [date, first day of the month]
--   stories: [count, stories that name it whose first post in the corpus falls in the month]
-- headings: {corpus: Corpus, barrier: Barrier, month: Month, stories: Stories}
-- limits:
--   - Counts follow the whole volume, which grows; the table of trends is of shares.
-- cell: {count: stories}
-- chart: {kind: trend, x: month, y: stories, by: corpus, facet: barrier}

with
  spoken as (
    select distinct barrier
    from stories_by_barrier
    where scope = 'inclusive' and (stories is null or stories > 0)
  )
select counts.corpus, counts.barrier, counts.month, counts.stories
from stories_by_barrier_month as counts
join spoken using (barrier)
where counts.scope = 'inclusive'
order by counts.corpus, counts.barrier, counts.month
