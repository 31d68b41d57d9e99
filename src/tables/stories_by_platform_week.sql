-- title: Stories and posts by platform and week
-- population: Posts of the study, by corpus and by the queries or register that brought them in (scope)
-- unit: story (copies of one text count once in each corpus and scope)
-- key: [corpus, scope, platform, week]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   platform: [id, "where the posts were published"]
--   week: [date, "first day of the week, a Monday"]
--   span: [id, "whole where the window has all seven days of the week, cut where it has some of them"]
--   stories: [count, "stories whose first post in the corpus and scope on the platform falls in the week, rounded down to a multiple of the threshold"]
--   posts: [count, "posts of the week, rounded down to a multiple of the threshold"]
-- cell: {count: [stories, posts]}
-- rounded: all
-- limits:
--   - Weeks and months cut one timeline twice, so one less the other would tell what falls in a few days; months are exact.

with
  periods as (
    select date_trunc('week', day)::date as week, if(count(*) = 7, 'whole', 'cut') as span
    from days
    group by week
  ),
  dated as (
    select corpus, scope, platform, story_id, date_trunc('week', local_date)::date as week
    from posts
  ),
  firsts as (
    select corpus, scope, platform, story_id, min(week) as week
    from dated
    group by all
  ),
  story_counts as (
    select corpus, scope, platform, week, count(*) as stories
    from firsts
    group by all
  ),
  post_counts as (
    select corpus, scope, platform, week, count(*) as posts
    from dated
    group by all
  )
select
  corpora.id as corpus,
  scopes.id as scope,
  platforms.id as platform,
  periods.week,
  periods.span,
  coalesce(story_counts.stories, 0) as stories,
  coalesce(post_counts.posts, 0) as posts
from corpora
cross join scopes
cross join platforms
cross join periods
left join story_counts
  on story_counts.corpus = corpora.id and story_counts.scope = scopes.id and story_counts.platform = platforms.id and story_counts.week = periods.week
left join post_counts
  on post_counts.corpus = corpora.id and post_counts.scope = scopes.id and post_counts.platform = platforms.id and post_counts.week = periods.week
order by corpus, scope, platform, week
