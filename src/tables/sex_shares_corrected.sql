-- title: Girls' share, corrected for the lexicon's errors
-- population: Stories of the public corpus
-- unit: story (copies of one text count once)
-- key: [scope]
-- columns:
--   scope: [id, "the scope"]
--   first: [count, "stories that name girls alone, as found"]
--   second: [count, "stories that name boys alone, as found"]
--   raw: [proportion, "girls' share of stories that name one sex, as found"]
--   corrected: [proportion, "the share once the errors that people found are taken out"]
--   low: [proportion, "lower limit"]
--   high: [proportion, "upper limit"]
-- cell: {count: [first, second]}
-- interval: draws of the shares found and of the errors, 95%
-- estimate: {kind: corrected-shares, group: scope, classes: [boys, girls, both, none], pair: [girls, boys], replicates: 2000, seed: 20261123}

with
  sexes as (
    select
      posts.scope,
      posts.story_id,
      bool_or(annotations.gender in ('boys', 'both')) as boys,
      bool_or(annotations.gender in ('girls', 'both')) as girls
    from posts
    join annotations using (post_id)
    where posts.corpus = 'public'
    group by posts.scope, posts.story_id
  ),
  found as (
    select
      scope,
      case when boys and girls then 'both' when boys then 'boys' when girls then 'girls' else 'none' end as machine,
      count(*) as amount
    from sexes
    group by all
  )
select scope, 'found' as kind, null::varchar as people, machine, amount::double as amount, null::double as effective
from found
union all
select null as scope, 'coded' as kind, people, machine, share as amount, effective
from misclassification
where question = 'gender'
order by kind, scope, people, machine
