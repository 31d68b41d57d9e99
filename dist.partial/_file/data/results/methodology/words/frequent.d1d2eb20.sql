with
  most_held as (
    select language, word
    from stories_by_word
    where corpus = 'public'
    qualify row_number() over (partition by language order by stories desc nulls last, word) <= 12
  )
select
  corpus,
  language,
  word,
  surface,
  stories,
  of,
  stories / of as share,
  wilson_lower(stories, of) as low,
  wilson_upper(stories, of) as high
from stories_by_word
join most_held using (language, word)
order by corpus, language, share desc, word;
