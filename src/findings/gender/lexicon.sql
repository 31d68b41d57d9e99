-- title: Girls' share under other choices of words
-- question: Do discussions of education name boys and girls alike?
-- population: Stories of the public corpus that name children of exactly one sex
-- unit: story (copies of one text count once)
-- method: /methodology/gender
-- validation: gender
-- key: [scope, lexicon]
-- columns:
--   scope: [id, "education in general, or inclusive education"]
--   lexicon: [id, the words that count]
--   girls: [count, stories that name girls and not boys]
--   of: [count, stories that name exactly one sex]
--   share: [proportion, stories that name girls of stories that name exactly one sex]
--   low: [proportion, lower limit of the share]
--   high: [proportion, upper limit of the share]
-- denominator: Stories of the scope that name children of exactly one sex, by the lexicon of the row
-- interval: Wilson, 95%
-- limits:
--   - Only the report's lexicon was validated by people.
-- cell: {count: girls, of: of}
-- labels:
--   lexicon: {main: The report's lexicon, generic-masculine: With pupils and students by grammatical gender, no-kinship: Without sons and daughters, no-youth: Without youths and maidens}
-- headings: {scope: Discussion, lexicon: Words that count, girls: Girls, of: One sex, share: Girls' share, low: From, high: To}
-- chart: {kind: dots, label: lexicon, x: share, low: low, high: high, by: scope}

with
  counts as (
    select scope, lexicon, whole_sum(boys) as boys, whole_sum(girls) as girls
    from sex_named_by_choice
    where corpus = 'public' and counted = 'stories'
    group by scope, lexicon
  )
select
  scope,
  lexicon,
  girls,
  boys + girls as of,
  girls / (boys + girls) as share,
  wilson_lower(girls, boys + girls) as low,
  wilson_upper(girls, boys + girls) as high
from counts
where boys + girls is null or boys + girls > 0
order by scope, lexicon
