select corpus, platform, measure, posts, top_posts, quartile_1, median, quartile_3, gini, top_share
from reach_by_platform
order by corpus, platform, measure;
