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
order by pairs.barrier;
