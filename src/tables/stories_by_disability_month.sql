-- title: Stories by disability named and month
-- population: Posts of the study, by corpus and by the queries or register that brought them in (scope)
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, disability, month]
-- columns:
--   corpus: [id, the corpus]
--   scope: [id, the scope]
--   disability: [id, "the disability that a post of the story names, or any of them"]
--   month: [date, first day of the month]
--   stories: [count, stories whose first post in the corpus and scope falls in the month]
-- cell: {count: stories, within: [corpus, scope, disability]}

with
  firsts as (
    select corpus, scope, story_id, date_trunc('month', min(local_date))::date as month
    from posts
    group by corpus, scope, story_id
  ),
  tagged as (
    select distinct posts.corpus, posts.scope, posts.story_id, unnest(annotations.disabilities) as disability
    from posts
    join annotations using (post_id)
  ),
  both_ways as (
    select * from tagged
    union all
    select distinct corpus, scope, story_id, 'any' as disability from tagged
  ),
  counts as (
    select corpus, scope, disability, month, count(*) as stories
    from both_ways
    join firsts using (corpus, scope, story_id)
    group by all
  ),
  named as (
    select id from disabilities
    union all
    select 'any' as id
  )
select
  corpora.id as corpus,
  scopes.id as scope,
  named.id as disability,
  months.month,
  coalesce(counts.stories, 0) as stories
from corpora
cross join scopes
cross join named
cross join months
left join counts
  on counts.corpus = corpora.id
  and counts.scope = scopes.id
  and counts.disability = named.id
  and counts.month = months.month
order by corpus, scope, disability, months.month
