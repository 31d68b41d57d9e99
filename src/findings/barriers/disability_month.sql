-- title: Stories a month that name each disability
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/counts
-- validation: disabilities
-- key: [corpus, disability, month]
-- columns:
--   corpus: [id, the corpus]
--   disability: [id, the disability named]
--   month: [date, first day of the month]
--   stories: [count, stories that name it whose first post in the corpus falls in the month]
-- headings: {corpus: Corpus, disability: Disability, month: Month, stories: Stories}
-- limits:
--   - Counts follow the whole volume, which grows; the table of trends is of shares.
-- cell: {count: stories}
-- chart: {kind: trend, x: month, y: stories, by: corpus, facet: disability}

with
  spoken as (
    select distinct disability
    from stories_by_disability
    where scope = 'inclusive' and (stories is null or stories > 0)
  )
select counts.corpus, counts.disability, counts.month, counts.stories
from stories_by_disability_month as counts
join spoken using (disability)
where counts.scope = 'inclusive'
order by counts.corpus, counts.disability, counts.month
