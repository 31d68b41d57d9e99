-- title: Hashtags that stand together, organisations
-- question: What is the content of social and online media discussions on inclusive education?
-- unit: story (copies of one text count once in each corpus)
-- method: /methodology/words
-- validation: none
-- population: Posts of the inclusive education queries and registers that have a hashtag, organisations
-- key: [hashtag, other_hashtag]
-- columns:
--   hashtag: [id, "a hashtag, its variants with it"]
--   other_hashtag: [id, another]
--   stories: [count, stories that have both]
--   hashtag_stories: [count, stories that have the first]
--   other_stories: [count, stories that have the other]
--   of: [count, organisations' stories that have a hashtag]
--   logdice: [number, "logDice, 14 at most; one less is half as close"]
--   lift: [number, how many times more stories have both than if they were independent]
-- denominator: Organisations' stories that have a hashtag
-- limits:
--   - The thirty closest pairs of the organisations, of those that enough stories and sources have.
-- cell: {count: [stories, hashtag_stories, other_stories], of: of}
-- order: [logdice desc, hashtag, other_hashtag]
-- headings: {hashtag: Hashtag, other_hashtag: With, stories: Both, hashtag_stories: First, other_stories: Other, of: Of, logdice: logDice, lift: Lift}
-- chart: {kind: network, source: hashtag, target: other_hashtag, x: logdice, source_size: hashtag_stories, target_size: other_stories}

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
where corpus = 'organisations'
order by logdice desc, hashtag, other_hashtag
limit 30
