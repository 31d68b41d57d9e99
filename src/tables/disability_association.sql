-- title: Whether the corpora differ in how often they name each disability
-- population: Posts of the inclusive education queries and registers
-- unit: story (copies of one text count once in each corpus)
-- key: [disability]
-- columns:
--   disability: [id, "the disability named, or any of them"]
--   stories: [count, stories compared]
--   least: [count, "stories of the smallest cell but 0, from which chi-square could be turned back into counts"]
--   statistic: [number, "Pearson's chi-square of corpus by whether the disability is named"]
--   df: [number, degrees of freedom]
--   v: [number, "Cramér's V, 0 to 1"]
--   v_corrected: [number, "Cramér's V without its bias (Bergsma)"]
--   p: [proportion, p of no difference; 0 where it is below the smallest number]
--   log10_p: [number, decimal logarithm of p]
--   p_adjusted: [proportion, "p by Benjamini and Hochberg among the disabilities, any of them apart"]
-- cell: {count: [stories, least]}
-- estimate: {kind: association, series: [disability], rows: corpus, columns: named, count: stories, family: [family]}

with
  tagged as (
    select distinct posts.corpus, posts.story_id, unnest(annotations.disabilities) as disability
    from posts
    join annotations using (post_id)
    where posts.scope = 'inclusive'
  ),
  totals as (
    select corpus, count(distinct story_id) as stories
    from posts
    where scope = 'inclusive'
    group by corpus
  ),
  counts as (
    select corpus, disability, count(*) as stories
    from tagged
    group by all
    union all
    select corpus, 'any' as disability, count(distinct story_id) as stories
    from tagged
    group by all
  ),
  spoken as (
    select distinct disability
    from counts
  ),
  filled as (
    select totals.corpus, spoken.disability, totals.stories as total, coalesce(counts.stories, 0) as stories
    from totals
    cross join spoken
    left join counts on counts.corpus = totals.corpus and counts.disability = spoken.disability
  )
select disability, case disability when 'any' then 'any' else 'each' end as family, corpus, 'yes' as named, stories::double as stories
from filled
union all
select disability, case disability when 'any' then 'any' else 'each' end as family, corpus, 'no' as named, (total - stories)::double as stories
from filled
order by disability, corpus, named
