-- title: Stories and posts by month
-- population: Posts of the study, by corpus and by the queries or register that brought them in (scope)
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, month]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   month: [date, "first day of the month"]
--   compared: [id, "whether the month is the earlier or the later of two years' like months, or neither; with -event where an event of events.csv touches its calendar month"]
--   stories: [count, "stories whose first post in the corpus and scope falls in the month"]
--   posts: [count, "posts of the month"]
-- cell: {count: [stories, posts], within: [corpus, scope, compared]}

with
  touched as (
    select distinct month(day) as calendar_month
    from days
    join events on days.day between events.first_day and events.last_day
  ),
  -- Like months are added up in other tables, so what is withheld must not come out of their sums.
  periods as (
    select
      month,
      case
        when count(*) over alike = 1 then 'neither'
        when month = min(month) over alike then 'earlier'
        when month = max(month) over alike then 'later'
        else 'neither'
      end || case when touched.calendar_month is null then '' else '-event' end as compared
    from months
    left join touched on touched.calendar_month = month(month)
    window alike as (partition by month(month))
  ),
  dated as (
    select corpus, scope, story_id, date_trunc('month', local_date)::date as month
    from posts
  ),
  firsts as (
    select corpus, scope, story_id, min(month) as month
    from dated
    group by all
  ),
  story_counts as (
    select corpus, scope, month, count(*) as stories
    from firsts
    group by all
  ),
  post_counts as (
    select corpus, scope, month, count(*) as posts
    from dated
    group by all
  )
select
  corpora.id as corpus,
  scopes.id as scope,
  periods.month,
  periods.compared,
  coalesce(story_counts.stories, 0) as stories,
  coalesce(post_counts.posts, 0) as posts
from corpora
cross join scopes
cross join periods
left join story_counts
  on story_counts.corpus = corpora.id and story_counts.scope = scopes.id and story_counts.month = periods.month
left join post_counts
  on post_counts.corpus = corpora.id and post_counts.scope = scopes.id and post_counts.month = periods.month
order by corpus, scope, month
