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
order by pairs.programme;
