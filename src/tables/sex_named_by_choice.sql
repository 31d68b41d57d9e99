-- title: Boys and girls named, under each choice
-- population: Posts of the study that name children of exactly one sex
-- unit: story or post, as counted says
-- key: [corpus, scope, counted, lexicon, span]
-- columns:
--   corpus: [id, "the corpus"]
--   scope: [id, "the scope"]
--   counted: [id, "stories (copies of one text count once) or posts"]
--   lexicon: [id, "the words that count: main, or a variant of the study's lexicon"]
--   span: [id, "event: months that an event of events.csv touches; rest: the other months; of the story's first post"]
--   boys: [count, "stories or posts that name boys and not girls"]
--   girls: [count, "stories or posts that name girls and not boys"]
--   moved: [count, "stories or posts of which the lexicon says something else than the main one"]
-- cell: {count: [boys, girls, moved], within: [corpus, scope, counted, lexicon]}
-- rounded: true

with
  touched as (
    select distinct date_trunc('month', day) as month
    from days
    join events on days.day between events.first_day and events.last_day
  ),
  lexicons as (
    select 'main' as lexicon
    union
    select variant as lexicon
    from gender_variants
  ),
  readings as (
    select
      annotations.post_id,
      lexicons.lexicon,
      case
        when lexicons.lexicon = 'main' then annotations.gender
        else coalesce(gender_variants.gender, 'none')
      end as gender
    from annotations
    cross join lexicons
    left join gender_variants
      on gender_variants.post_id = annotations.post_id and gender_variants.variant = lexicons.lexicon
  ),
  named as (
    select
      corpus,
      scope,
      unnest(['stories', 'posts']) as counted,
      unnest([posts.story_id, posts.post_id]) as id,
      lexicon,
      local_date,
      gender in ('boys', 'both') as boys,
      gender in ('girls', 'both') as girls
    from readings
    join posts using (post_id)
  ),
  units as (
    select
      corpus,
      scope,
      counted,
      lexicon,
      id,
      case when date_trunc('month', min(local_date)) in (select month from touched) then 'event' else 'rest' end as span,
      bool_or(boys) as boys,
      bool_or(girls) as girls
    from named
    group by all
  ),
  against as (
    select units.*, units.boys <> main.boys or units.girls <> main.girls as moved
    from units
    join (select * from units where lexicon = 'main') as main using (corpus, scope, counted, id)
  )
select
  corpus,
  scope,
  counted,
  lexicon,
  span,
  count(*) filter (where boys and not girls) as boys,
  count(*) filter (where girls and not boys) as girls,
  count(*) filter (where moved) as moved
from against
group by corpus, scope, counted, lexicon, span
order by corpus, scope, counted, lexicon, span
