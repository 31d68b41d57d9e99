-- title: Difference of the corpora in each programme
-- question: Are state programmes mentioned at all, and which?
-- population: Posts of the inclusive education queries and registers
-- unit: story (copies of one text count once)
-- method: /methodology/shares
-- validation: programmes
-- key: [programme]
-- columns:
--   programme: [id, the programme named]
--   organisations: [count, organisations' stories that name it]
--   of_organisations: [count, the organisations' stories]
--   public: [count, the public's stories that name it]
--   of_public: [count, the public's stories]
--   difference: [difference of proportions, "share of the organisations' stories less share of the public's"]
--   low: [difference of proportions, lower limit of the difference]
--   high: [difference of proportions, upper limit of the difference]
--   v: [number, "Cramér's V, 0 to 1"]
--   p: [proportion, p of no difference]
--   p_adjusted: [proportion, p adjusted among all programmes]
-- chart: {kind: dots, label: programme, x: difference, low: low, high: high, reference: 0}
-- headings: {programme: Programme, organisations: Organisations, of_organisations: Of, public: Public, of_public: Of, difference: Difference, low: From, high: To, v: "Cramér's V", p: p, p_adjusted: p adjusted}
-- denominator: Stories of the corpus
-- interval: Newcombe, 95%
-- limits:
--   - p is of Pearson's chi-square, adjusted by Benjamini and Hochberg among all programmes.
--   - Stories of one source are not independent, so intervals and p are too small.
-- cell: {count: [organisations, public]}

with
  pairs as (
    select
      programme,
      any_value(stories) filter (where corpus = 'organisations') as organisations,
      any_value(of) filter (where corpus = 'organisations') as of_organisations,
      any_value(stories) filter (where corpus = 'public') as public,
      any_value(of) filter (where corpus = 'public') as of_public
    from stories_by_programme
    where scope = 'inclusive'
    group by programme
  )
select
  pairs.programme,
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
join programme_association as tests using (programme)
order by pairs.programme
