-- title: Stories and posts on inclusive education a month
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers, by corpus
-- unit: story (copies of one text count once)
-- method: /methodology/counts
-- validation: none
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

with
  inclusive as (
    select corpus, story_id, date_trunc('month', local_date)::date as month
    from posts
    where scope = 'inclusive'
  ),
  first_months as (
    select corpus, story_id, min(month) as month
    from inclusive
    group by corpus, story_id
  ),
  story_counts as (
    select corpus, month, count(*) as stories
    from first_months
    group by corpus, month
  ),
  post_counts as (
    select corpus, month, count(*) as posts
    from inclusive
    group by corpus, month
  )
select
  corpora.id as corpus,
  months.month,
  coalesce(story_counts.stories, 0) as stories,
  coalesce(post_counts.posts, 0) as posts
from corpora
cross join months
left join story_counts on story_counts.corpus = corpora.id and story_counts.month = months.month
left join post_counts on post_counts.corpus = corpora.id and post_counts.month = months.month
order by corpora.id, months.month
