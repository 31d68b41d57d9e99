-- title: Tone of stories by barrier named
-- population: Posts of the study that name the barrier, by corpus and by the queries or register that brought them in (scope)
-- unit: "story, with the tone of its first post that names the barrier (copies of one text count once in each corpus and scope)"
-- key: [corpus, scope, barrier, tone]
-- columns:
--   corpus: [id, the corpus]
--   scope: [id, the scope]
--   barrier: [id, "the barrier that a post of the story names, or any of them"]
--   tone: [id, "negative, mixed, neutral, positive; none where the lexicon does not cover the language"]
--   stories: [count, stories]
-- cell: {count: stories, within: [corpus, scope, barrier]}

with
  tagged as (
    select posts.corpus, posts.scope, posts.story_id, posts.published_at, posts.post_id, annotations.tone, unnest(annotations.barriers) as barrier
    from posts
    join annotations using (post_id)
  ),
  both_ways as (
    select * from tagged
    union all
    select * replace ('any' as barrier) from tagged
  ),
  toned as (
    select corpus, scope, barrier, story_id, coalesce(arg_min(coalesce(tone, 'none'), (published_at, post_id)), 'none') as tone
    from both_ways
    group by all
  ),
  counts as (
    select corpus, scope, barrier, tone, count(*) as stories
    from toned
    group by all
  ),
  named as (
    select id from barriers
    union all
    select 'any' as id
  )
select
  corpora.id as corpus,
  scopes.id as scope,
  named.id as barrier,
  tones.tone,
  coalesce(counts.stories, 0) as stories
from corpora
cross join scopes
cross join named
cross join (select unnest(['negative', 'mixed', 'neutral', 'positive', 'none']) as tone) as tones
left join counts
  on counts.corpus = corpora.id
  and counts.scope = scopes.id
  and counts.barrier = named.id
  and counts.tone = tones.tone
order by corpus, scope, barrier, tones.tone
