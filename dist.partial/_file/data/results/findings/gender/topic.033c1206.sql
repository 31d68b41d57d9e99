with
  counts as (
    select
      topic,
      any_value(stories) filter (where sex = 'boys') as boys,
      any_value(stories) filter (where sex = 'girls') as girls
    from stories_by_sex_topic
    where corpus = 'public' and scope = 'inclusive'
    group by topic
  )
select
  topics.id as topic,
  topics.title,
  counts.boys,
  counts.girls,
  counts.boys + counts.girls as of,
  counts.girls / (counts.boys + counts.girls) as share,
  wilson_lower(counts.girls, counts.boys + counts.girls) as low,
  wilson_upper(counts.girls, counts.boys + counts.girls) as high
from counts
join topics on topics.id = counts.topic
where counts.boys + counts.girls is null or counts.boys + counts.girls > 0
order by share desc, topics.id;
