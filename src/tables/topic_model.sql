-- title: Topics of a model that knows no query, beside the queries
-- population: Stories of the inclusive education queries and registers that hold a lemma of the model, each by its first post
-- unit: story, by the model topic that most of its words are in (copies of one text count once)
-- key: [kind, topic, query]
-- columns:
--   kind: [id, "what the row is of: a model topic, a model topic and a query, or a number of topics tried"]
--   topic: [id, "the model topic, 001 the one with most words; or the number tried"]
--   query: [id, "the query, by its topic; none where the row has none, or where no query matches"]
--   lemmas: [text, "its ten heaviest lemmas, those that enough stories and sources hold"]
--   stories: [count, "stories whose main topic it is, and that the query matches; all stories for a number"]
--   of: [count, "all stories; of a query, stories of the model topic"]
--   query_stories: [count, "all stories that the query matches"]
--   share: [proportion, "the topic's share of the words that the model reads"]
--   lift: [number, "the query's share of the model topic over its share of all stories"]
--   jaccard: [proportion, "stories in both over stories in either"]
--   coherence: [number, "mean NPMI of the pairs of ten heaviest lemmas; of a number, the mean over its topics"]
--   coherence_error: [number, "of a number, the standard error of its coherence by the scatter of the topics"]
--   seed_cosine: [number, "cosine with its like in a run from another seed"]
--   seed_jaccard: [proportion, "Jaccard index of ten heaviest lemmas with its like from another seed"]
--   nmf_cosine: [number, "cosine with its like in a non-negative matrix factorisation"]
--   nmf_jaccard: [proportion, "Jaccard index of ten heaviest lemmas with its like in the factorisation"]
-- cell: {count: [stories, query_stories], of: of, within: [kind, query]}
-- limits:
--   - Of more than 30,000 stories, 30,000 are read, drawn by the hash that is their id.
-- estimate: {kind: topic-model, give: all, topics: [10, 15, 20, 25, 30, 40, 80], seeds: [1, 2], burn_in: 20, samples: 2, every: 2, trial_burn_in: 12, trial_stories: 3000}

with
  faces as (
    select
      story_id,
      arg_min(post_id, (published_at, post_id)) as post_id,
      arg_min(source_number, (published_at, post_id)) as source
    from posts
    where scope = 'inclusive'
    group by story_id
    -- A story's id is a hash: those with the lowest are as good as drawn.
    order by story_id
    limit 30000
  ),
  asked as (
    select story_id, string_agg(distinct topic, ' ' order by topic) as queries
    from (
      select posts.story_id, unnest(annotations.topics) as topic
      from posts
      join annotations using (post_id)
      where posts.scope = 'inclusive' and posts.story_id in (select story_id from faces)
    )
    group by story_id
  ),
  held as materialized (
    select story_id, source, lemma_id, terms.count as occurrences
    from faces
    join terms using (post_id)
  ),
  words as (
    select
      lemma_id,
      any_value(lemma) as lemma,
      count(distinct story_id) >= any_value(threshold) and count(distinct source) >= any_value(threshold) as publishable
    from held
    join lemmas using (lemma_id)
    cross join study
    where not lemmas.stop
    group by lemma_id
    having count(*) >= 10
  )
select
  held.story_id as story,
  words.lemma,
  held.occurrences,
  words.publishable,
  asked.queries
from held
join words using (lemma_id)
left join asked using (story_id)
order by story, held.lemma_id
