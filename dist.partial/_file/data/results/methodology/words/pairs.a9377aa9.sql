select
  language,
  word,
  other_word,
  stories,
  word_stories,
  other_stories,
  of,
  logdice(stories, word_stories, other_stories) as logdice,
  lift(stories, word_stories, other_stories, of) as lift
from stories_by_word_pair
qualify row_number() over (partition by language order by logdice(stories, word_stories, other_stories) desc nulls last, word, other_word) <= 18
order by language, logdice desc, word, other_word;
