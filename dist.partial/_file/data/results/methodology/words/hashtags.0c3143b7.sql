with
  most_held as (
    select hashtag
    from stories_by_hashtag
    where corpus = 'public'
    order by stories desc nulls last, hashtag
    limit 18
  )
select
  corpus,
  hashtag,
  variants,
  stories,
  sources,
  of,
  stories / of as share,
  wilson_lower(stories, of) as low,
  wilson_upper(stories, of) as high
from stories_by_hashtag
join most_held using (hashtag)
order by corpus, share desc, hashtag;
