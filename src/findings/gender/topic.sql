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
-- chart: {kind: dots, label: topic, x: share, low: low, high: high}

with
  tagged as (
    select
      posts.story_id,
      annotations.topics as topic_ids,
      annotations.gender
    from posts
    join annotations using (post_id)
    where posts.corpus = 'public' and posts.scope = 'inclusive'
  ),
  sexes as (
    select
      story_id,
      bool_or(gender in ('boys', 'both')) as boys,
      bool_or(gender in ('girls', 'both')) as girls
    from tagged
    group by story_id
  ),
  story_topics as (
    select distinct story_id, unnest(topic_ids) as topic
    from tagged
  ),
  counts as (
    select
      topic,
      count(*) filter (where boys and not girls) as boys,
      count(*) filter (where girls and not boys) as girls,
      count(*) filter (where boys <> girls) as total
    from story_topics
    join sexes using (story_id)
    group by topic
    having total > 0
  )
select
  topics.id as topic,
  topics.title,
  counts.boys,
  counts.girls,
  counts.total as of,
  counts.girls / counts.total as share,
  wilson_lower(counts.girls, counts.total) as low,
  wilson_upper(counts.girls, counts.total) as high
from counts
join topics on topics.id = counts.topic
order by share desc, topics.id
