-- title: "Boys, girls or both, by topic"
-- question: Do discussions of education name boys and girls alike?
-- population: Posts of the public corpus found by the inclusive education queries
-- unit: story (copies of one text count once)
-- method: /methodology/gender
-- validation: gender, topics
-- key: [topic, sex]
-- columns:
--   topic: [id, the topic whose query matches a post of the story]
--   sex: [id, whom the story names]
--   stories: [count, "stories that name boys alone, girls alone, or both"]
--   of: [count, stories that name children of any sex]
--   share: [proportion, stories of this kind of stories that name children of any sex]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories that name children of any sex; the three shares sum to 100%.
-- interval: "Wilson, 95%"
-- limits:
--   - Words of masculine form that can mean any child are not counted as boys.
--   - A story on several topics counts in each.
-- cell: {count: stories, of: of, within: [topic]}
-- labels:
--   sex: {boys: Boys alone, girls: Girls alone, both: Boys and girls}
-- headings: {topic: Topic, sex: Named, stories: Stories, of: Any sex, share: Share, low: From, high: To}
-- chart: {kind: stacked, label: topic, x: share, low: low, high: high, by: sex}

with
  counts as (
    select topic, sex, stories
    from stories_by_sex_topic
    where corpus = 'public' and scope = 'inclusive' and sex <> 'none'
  ),
  totals as (
    select topic, whole_sum(stories) as total
    from counts
    group by topic
  )
select
  topic,
  counts.sex,
  counts.stories,
  totals.total as of,
  counts.stories / totals.total as share,
  wilson_lower(counts.stories, totals.total) as low,
  wilson_upper(counts.stories, totals.total) as high
from counts
join totals using (topic)
where totals.total is null or totals.total > 0
order by topic, counts.sex
