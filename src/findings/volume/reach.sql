-- title: Views, likes and comments of posts
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the study whose platform gave the number at capture
-- unit: post
-- method: /methodology/reach
-- validation: none
-- key: [corpus, platform, measure]
-- columns:
--   corpus: [id, the corpus]
--   platform: [id, where the posts were published]
--   measure: [id, what was counted]
--   posts: [count, posts whose number is known]
--   top_posts: [count, "the tenth of posts with most, rounded up"]
--   quartile_1: [number, a quarter of posts has as many or fewer]
--   median: [number, half of posts has as many or fewer]
--   quartile_3: [number, three quarters of posts have as many or fewer]
--   gini: [number, "Gini coefficient, 0 to 1"]
--   top_share: [proportion, "what the tenth of posts with most has, of all of it"]
-- headings: {corpus: Corpus, platform: Platform, measure: Measure, posts: Posts, top_posts: Top tenth, quartile_1: Lower quartile, median: Median, quartile_3: Upper quartile, gini: Gini, top_share: Share of the top tenth}
-- limits:
--   - A view, a like and a comment are counted by each platform in its own way; nothing is added over platforms.
--   - Numbers are as at capture, so older posts had longer to gather them.
--   - Platforms without numbers in the captures are not in the table.
-- cell: {count: [posts, top_posts]}
-- labels:
--   measure: {views: Views, likes: Likes, comments: Comments, shares: Shares}

select corpus, platform, measure, posts, top_posts, quartile_1, median, quartile_3, gini, top_share
from reach_by_platform
order by corpus, platform, measure
