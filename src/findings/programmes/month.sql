-- title: Stories a month that name each programme
-- question: Are state programmes mentioned at all, and which?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/counts
-- validation: programmes
-- key: [corpus, programme, month]
-- columns:
--   corpus: [id, the corpus]
--   programme: [id, the programme named]
--   month: [date, first day of the month]
--   stories: [count, stories that name it whose first post in the corpus falls in the month]
-- headings: {corpus: Corpus, programme: Programme, month: Month, stories: Stories}
-- limits:
--   - Counts follow the whole volume, which grows; the table of trends is of shares.
-- cell: {count: stories}
-- chart: {kind: trend, x: month, y: stories, by: corpus, facet: programme}

with
  spoken as (
    select distinct programme
    from stories_by_programme
    where scope = 'inclusive' and (stories is null or stories > 0)
  )
select counts.corpus, counts.programme, counts.month, counts.stories
from stories_by_programme_month as counts
join spoken using (programme)
where counts.scope = 'inclusive'
order by counts.corpus, counts.programme, counts.month
