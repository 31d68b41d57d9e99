-- title: Girls' share by topic
-- question: Do discussions of education name boys and girls alike?
-- population: Posts of the public corpus found by the inclusive education queries
-- unit: story (copies of one text count once)
-- method: /methodology/shares
-- validation: gender, topics
-- key: [topic]
-- columns:
--   topic: [id, the topic whose query matches a post of the story]
--   title: [text, the topic's title]
--   boys: [count, stories on the topic that name boys and not girls]
--   girls: [count, stories on the topic that name girls and not boys]
--   of: [count, stories on the topic that name exactly one sex]
--   share: [proportion, stories that name girls of stories that name exactly one sex]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories on the topic that name children of exactly one sex
-- interval: Wilson, 95%
-- limits:
--   - Words of masculine form that can mean any child are not counted as boys.
--   - A story on several topics counts in each.
-- cell: {count: girls, of: of}
-- order: [share desc, topic]
-- headings: {topic: Id, title: Topic, boys: Boys, girls: Girls, of: One sex, share: Girls' share, low: From, high: To}
-- chart: {kind: dots, label: topic, x: share, low: low, high: high}

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
order by share desc, topics.id
