-- title: Sources that start or stop, by month
-- population: Posts of the study, by corpus
-- unit: source (an organisation of the register, or an account or site of another corpus)
-- key: [corpus, month, change]
-- columns:
--   corpus: [id, the corpus]
--   month: [date, first day of the month]
--   change: [id, "start: the source's first post falls in the month; stop: its last"]
--   sources: [count, sources]
-- cell: {count: sources}
-- limits:
--   - Of organisations each counts, but those of the window's first and last month. Of others only those that publish in six months or more and at least twice a month between their first and last post, and start or stop two months or more inside the window; rarer ones fall silent by chance.

with
  published as (
    select corpus, source_number, source_id is not null as registered, date_trunc('month', local_date)::date as month
    from posts
  ),
  sources as (
    select
      corpus,
      source_number,
      bool_or(registered) as registered,
      count(*) as written,
      count(distinct month) as active,
      min(month) as first_month,
      max(month) as last_month
    from published
    group by corpus, source_number
  ),
  ends as (
    select min(month) as first_month, max(month) as last_month
    from months
  ),
  followed as (
    select
      sources.corpus,
      sources.first_month,
      sources.last_month,
      date_diff('month', ends.first_month, sources.first_month) >= case when registered then 1 else 2 end as starts,
      date_diff('month', sources.last_month, ends.last_month) >= case when registered then 1 else 2 end as stops
    from sources
    cross join ends
    where registered
      or (active >= 6 and written >= 2 * (date_diff('month', sources.first_month, sources.last_month) + 1))
  ),
  changes as (
    select corpus, first_month as month, 'start' as change from followed where starts
    union all
    select corpus, last_month as month, 'stop' as change from followed where stops
  ),
  counts as (
    select corpus, month, change, count(*) as sources
    from changes
    group by corpus, month, change
  )
select
  corpora.id as corpus,
  months.month,
  kinds.change,
  coalesce(counts.sources, 0) as sources
from corpora
cross join months
cross join (select unnest(['start', 'stop']) as change) as kinds
left join counts
  on counts.corpus = corpora.id and counts.month = months.month and counts.change = kinds.change
order by corpus, months.month, kinds.change
