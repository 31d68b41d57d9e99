-- title: Tone of stories by disability named
-- population: Posts of the study that name the disability, by corpus and by the queries or register that brought them in (scope)
-- unit: "story, with the tone of its first post that names the disability (copies of one text count once in each corpus and scope)"
-- key: [corpus, scope, disability, tone]
-- columns:
--   corpus: [id, the corpus]
--   scope: [id, the scope]
--   disability: [id, "the disability that a post of the story names, or any of them"]
--   tone: [id, "negative, mixed, neutral, positive; none where the lexicon does not cover the language"]
--   stories: [count, stories]
-- cell: {count: stories, within: [corpus, scope, disability]}

with
  tagged as (
    select posts.corpus, posts.scope, posts.story_id, posts.published_at, posts.post_id, annotations.tone, unnest(annotations.disabilities) as disability
    from posts
    join annotations using (post_id)
  ),
  both_ways as (
    select * from tagged
    union all
    select * replace ('any' as disability) from tagged
  ),
  toned as (
    select corpus, scope, disability, story_id, coalesce(arg_min(coalesce(tone, 'none'), (published_at, post_id)), 'none') as tone
    from both_ways
    group by all
  ),
  counts as (
    select corpus, scope, disability, tone, count(*) as stories
    from toned
    group by all
  ),
  named as (
    select id from disabilities
    union all
    select 'any' as id
  )
select
  corpora.id as corpus,
  scopes.id as scope,
  named.id as disability,
  tones.tone,
  coalesce(counts.stories, 0) as stories
from corpora
cross join scopes
cross join named
cross join (select unnest(['negative', 'mixed', 'neutral', 'positive', 'none']) as tone) as tones
left join counts
  on counts.corpus = corpora.id
  and counts.scope = scopes.id
  and counts.disability = named.id
  and counts.tone = tones.tone
order by corpus, scope, disability, tones.tone
