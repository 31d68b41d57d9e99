-- title: Difference of the corpora in each barrier
-- question: What do people name as holding inclusive education back?
-- population: Posts of the inclusive education queries and registers
-- unit: story (copies of one text count once)
-- method: /methodology/shares
-- validation: barriers
-- key: [barrier]
-- columns:
--   barrier: [id, the barrier named]
--   organisations: [count, organisations' stories that name it]
--   of_organisations: [count, the organisations' stories]
--   public: [count, the public's stories that name it]
--   of_public: [count, the public's stories]
--   difference: [difference of proportions, "share of the organisations' stories less share of the public's"]
--   low: [difference of proportions, lower limit of the difference]
--   high: [difference of proportions, upper limit of the difference]
--   v: [number, "Cramér's V, 0 to 1"]
--   p: [proportion, p of no difference]
--   p_adjusted: [proportion, p adjusted among all barriers]
-- chart: {kind: dots, label: barrier, x: difference, low: low, high: high, reference: 0}
-- headings: {barrier: Barrier, organisations: Organisations, of_organisations: Of, public: Public, of_public: Of, difference: Difference, low: From, high: To, v: "Cramér's V", p: p, p_adjusted: p adjusted}
-- denominator: Stories of the corpus
-- interval: Newcombe, 95%
-- limits:
--   - p is of Pearson's chi-square, adjusted by Benjamini and Hochberg among all barriers.
--   - Stories of one source are not independent, so intervals and p are too small.
-- cell: {count: [organisations, public]}

with
  pairs as (
    select
      barrier,
      any_value(stories) filter (where corpus = 'organisations') as organisations,
      any_value(of) filter (where corpus = 'organisations') as of_organisations,
      any_value(stories) filter (where corpus = 'public') as public,
      any_value(of) filter (where corpus = 'public') as of_public
    from stories_by_barrier
    where scope = 'inclusive'
    group by barrier
  )
select
  pairs.barrier,
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
join barrier_association as tests using (barrier)
order by pairs.barrier
