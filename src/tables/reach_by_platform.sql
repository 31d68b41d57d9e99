-- title: How views, likes, comments and shares spread over posts
-- population: Posts of the study whose platform gave the number at capture, by corpus and platform
-- unit: post
-- key: [corpus, platform, measure]
-- columns:
--   corpus: [id, the corpus]
--   platform: [id, where the posts were published]
--   measure: [id, "views, likes, comments or shares"]
--   posts: [count, posts whose number is known]
--   top_posts: [count, "the tenth of posts with most, rounded up"]
--   quartile_1: [number, a quarter of posts has as many or fewer]
--   median: [number, half of posts has as many or fewer]
--   quartile_3: [number, three quarters of posts have as many or fewer]
--   gini: [number, "Gini coefficient of posts: 0 where all have as many, near 1 where one has all"]
--   top_share: [proportion, "what the tenth of posts with most has, of all of it"]
-- cell: {count: [posts, top_posts]}
-- estimate: {kind: concentration, series: [corpus, platform, measure], value: value}

with
  measured as (
    select corpus, platform, 'views' as measure, views as value from posts
    union all
    select corpus, platform, 'likes' as measure, likes as value from posts
    union all
    select corpus, platform, 'comments' as measure, comments as value from posts
    union all
    select corpus, platform, 'shares' as measure, shares as value from posts
  )
select corpus, platform, measure, value::double as value
from measured
where value is not null
order by corpus, platform, measure, value
