-- title: Difference of the corpora in each disability
-- question: What is the content of social and online media discussions on inclusive education?
-- population: Posts of the inclusive education queries and registers
-- unit: story (copies of one text count once)
-- method: /methodology/shares
-- validation: disabilities
-- key: [disability]
-- columns:
--   disability: [id, the disability named]
--   organisations: [count, organisations' stories that name it]
--   of_organisations: [count, the organisations' stories]
--   public: [count, the public's stories that name it]
--   of_public: [count, the public's stories]
--   difference: [difference of proportions, "share of the organisations' stories less share of the public's"]
--   low: [difference of proportions, lower limit of the difference]
--   high: [difference of proportions, upper limit of the difference]
--   v: [number, "Cramér's V, 0 to 1"]
--   p: [proportion, p of no difference]
--   p_adjusted: [proportion, p adjusted among all disabilities]
-- chart: {kind: dots, label: disability, x: difference, low: low, high: high, reference: 0}
-- headings: {disability: Disability, organisations: Organisations, of_organisations: Of, public: Public, of_public: Of, difference: Difference, low: From, high: To, v: "Cramér's V", p: p, p_adjusted: p adjusted}
-- denominator: Stories of the corpus
-- interval: Newcombe, 95%
-- limits:
--   - p is of Pearson's chi-square, adjusted by Benjamini and Hochberg among all disabilities.
--   - Stories of one source are not independent, so intervals and p are too small.
-- cell: {count: [organisations, public]}

with
  pairs as (
    select
      disability,
      any_value(stories) filter (where corpus = 'organisations') as organisations,
      any_value(of) filter (where corpus = 'organisations') as of_organisations,
      any_value(stories) filter (where corpus = 'public') as public,
      any_value(of) filter (where corpus = 'public') as of_public
    from stories_by_disability
    where scope = 'inclusive'
    group by disability
  )
select
  pairs.disability,
  pairs.organisations,
  pairs.of_organisations,
  pairs.public,
  pairs.of_public,
  pairs.organisations / pairs.of_organisations - pairs.public / pairs.of_public as difference,
  newcombe_lower(pairs.organisations, pairs.of_organisations, pairs.public, pairs.of_public) as low,
  newcombe_upper(pairs.organisations, pairs.of_organisations, pairs.public, pairs.of_public) as high,
  tests.v,
  tests.p,
  tests.p_adjusted
from pairs
join disability_association as tests using (disability)
order by pairs.disability
