-- title: Girls' share by region
-- question: Do discussions of education name boys and girls alike?
-- population: Stories that name children of exactly one sex
-- unit: story (copies of one text count once)
-- method: /methodology/gender
-- validation: gender
-- key: [map_unit]
-- columns:
--   map_unit: [id, "the region that the story is about, as it was before June 2022"]
--   boys: [count, stories that name boys and not girls]
--   girls: [count, stories that name girls and not boys]
--   of: [count, stories that name exactly one sex]
--   share: [proportion, stories that name girls of stories that name exactly one sex]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories that name children of exactly one sex
-- interval: Wilson, 95%
-- limits:
--   - Words of masculine form that can mean any child are not counted as boys.
-- cell: {count: [boys, girls], of: of}
-- headings: {map_unit: Region, boys: Boys, girls: Girls, of: One sex, share: Girls' share, low: From, high: To}
-- order: [share desc, map_unit]
-- chart: {kind: dots, label: map_unit, x: share, low: low, high: high}

with
  counts as (
    select
      map_unit,
      any_value(stories) filter (where sex = 'boys') as boys,
      any_value(stories) filter (where sex = 'girls') as girls
    from stories_by_sex_map_unit
    where corpus = 'public' and scope = 'inclusive' and sex in ('boys', 'girls')
    group by map_unit
  )
select
  map_unit,
  boys,
  girls,
  boys + girls as of,
  girls / (boys + girls) as share,
  wilson_lower(girls, boys + girls) as low,
  wilson_upper(girls, boys + girls) as high
from counts
where boys + girls > 0
order by share desc, map_unit
