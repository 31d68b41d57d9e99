-- title: Stories and posts on inclusive education a month
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/counts
-- key: [corpus, month]
-- columns:
--   corpus: [id, the corpus]
--   month: [date, first day of the month]
--   stories: [count, stories whose first post in the corpus falls in the month]
--   posts: [count, posts of the month]
-- limits:
--   - The counts follow what the collecting tool returned, so a source that starts or stops shows as a change.
--   - Connectivity was cut for most of 5 to 10 January 2022.
-- cell: {count: stories}
-- chart: {kind: trend, x: month, y: stories, by: corpus}

select corpus, month, stories, posts
from stories_by_month
where scope = 'inclusive'
order by corpus, month
