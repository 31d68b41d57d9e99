select
  hashtag,
  other_hashtag,
  stories,
  hashtag_stories,
  other_stories,
  of,
  logdice(stories, hashtag_stories, other_stories) as logdice,
  lift(stories, hashtag_stories, other_stories, of) as lift
from stories_by_hashtag_pair
where corpus = 'public'
order by logdice desc, hashtag, other_hashtag
limit 30;
