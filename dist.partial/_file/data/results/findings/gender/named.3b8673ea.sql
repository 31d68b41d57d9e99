with
  named as (
    select scope, whole_sum(stories) as total
    from stories_by_sex
    where corpus = 'public' and sex <> 'none'
    group by scope
  ),
  everything as (
    select scope, stories as scope_stories
    from stories_by_corpus
    where corpus = 'public'
  )
select
  counts.scope,
  counts.sex,
  counts.stories,
  named.total as of,
  counts.stories / named.total as share,
  wilson_lower(counts.stories, named.total) as low,
  wilson_upper(counts.stories, named.total) as high,
  everything.scope_stories
from stories_by_sex as counts
join named using (scope)
join everything using (scope)
where counts.corpus = 'public' and counts.sex <> 'none' and (named.total is null or named.total > 0)
order by counts.scope, counts.sex;
