-- title: Girls' share by language
-- question: Do discussions of education name boys and girls alike?
-- population: Stories that name children of exactly one sex
-- unit: story (copies of one text count once)
-- method: /methodology/gender
-- validation: gender
-- key: [language]
-- columns:
--   language: [id, "language of the story's first post"]
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
-- labels:
--   language: {kk: Kazakh, ru: Russian, mixed: Both}
-- headings: {language: Language, boys: Boys, girls: Girls, of: One sex, share: Girls' share, low: From, high: To}
-- order: [share desc, language]
-- chart: {kind: dots, label: language, x: share, low: low, high: high}

with
  counts as (
    select
      language,
      any_value(stories) filter (where sex = 'boys') as boys,
      any_value(stories) filter (where sex = 'girls') as girls
    from stories_by_sex_language
    where corpus = 'public' and scope = 'inclusive' and sex in ('boys', 'girls') and language in ('kk', 'ru', 'mixed')
    group by language
  )
select
  language,
  boys,
  girls,
  boys + girls as of,
  girls / (boys + girls) as share,
  wilson_lower(girls, boys + girls) as low,
  wilson_upper(girls, boys + girls) as high
from counts
where boys + girls > 0
order by share desc, language
