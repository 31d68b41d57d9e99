-- title: "Boys, girls or both, by corpus and language"
-- question: Do discussions of education name boys and girls alike?
-- population: "Posts of the inclusive education queries and registers, by corpus"
-- unit: story (copies of one text count once)
-- method: /methodology/gender
-- validation: gender
-- key: [part, sex]
-- columns:
--   part: [id, "the corpus, or the language of the public's stories"]
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
-- cell: {count: stories, of: of, within: [part]}
-- labels:
--   part: {public: The public, organisations: Organisations, ru: "The public, in Russian", kk: "The public, in Kazakh", mixed: "The public, in both languages"}
--   sex: {boys: Boys alone, girls: Girls alone, both: Boys and girls}
-- headings: {part: Part, sex: Named, stories: Stories, of: Any sex, share: Share, low: From, high: To}
-- chart: {kind: stacked, label: part, x: share, low: low, high: high, by: sex}

with
  counts as (
    select corpus as part, sex, stories
    from stories_by_sex
    where scope = 'inclusive' and sex <> 'none'
    union all
    select language as part, sex, stories
    from stories_by_sex_language
    where corpus = 'public' and scope = 'inclusive' and sex <> 'none' and language in ('kk', 'ru', 'mixed')
  ),
  totals as (
    select part, whole_sum(stories) as total
    from counts
    group by part
  )
select
  part,
  counts.sex,
  counts.stories,
  totals.total as of,
  counts.stories / totals.total as share,
  wilson_lower(counts.stories, totals.total) as low,
  wilson_upper(counts.stories, totals.total) as high
from counts
join totals using (part)
where totals.total is null or totals.total > 0
order by part, counts.sex
