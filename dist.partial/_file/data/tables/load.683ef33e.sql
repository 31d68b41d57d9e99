-- The published tables, to be read in the folder that holds them:
--   duckdb -cmd ".read load.sql"

create or replace view "barrier_association" as select * from read_parquet('barrier_association.parquet');
create or replace view "barrier_trend" as select * from read_parquet('barrier_trend.parquet');
create or replace view "barriers" as select * from read_parquet('barriers.parquet');
create or replace view "concentration_by_choice" as select * from read_parquet('concentration_by_choice.parquet');
create or replace view "corpora" as select * from read_parquet('corpora.parquet');
create or replace view "days" as select * from read_parquet('days.parquet');
create or replace view "disabilities" as select * from read_parquet('disabilities.parquet');
create or replace view "disability_association" as select * from read_parquet('disability_association.parquet');
create or replace view "events" as select * from read_parquet('events.parquet');
create or replace view "garwood" as select * from read_parquet('garwood.parquet');
create or replace view "girls_share_contrast" as select * from read_parquet('girls_share_contrast.parquet');
create or replace view "growth_by_choice" as select * from read_parquet('growth_by_choice.parquet');
create or replace view "local_autocorrelation" as select * from read_parquet('local_autocorrelation.parquet');
create or replace view "map_units" as select * from read_parquet('map_units.parquet');
create or replace view "misclassification" as select * from read_parquet('misclassification.parquet');
create or replace view "months" as select * from read_parquet('months.parquet');
create or replace view "neighbours" as select * from read_parquet('neighbours.parquet');
create or replace view "organisations" as select * from read_parquet('organisations.parquet');
create or replace view "platform_association" as select * from read_parquet('platform_association.parquet');
create or replace view "platform_trend" as select * from read_parquet('platform_trend.parquet');
create or replace view "platforms" as select * from read_parquet('platforms.parquet');
create or replace view "posts_by_organisation" as select * from read_parquet('posts_by_organisation.parquet');
create or replace view "posts_by_organisation_month" as select * from read_parquet('posts_by_organisation_month.parquet');
create or replace view "programme_association" as select * from read_parquet('programme_association.parquet');
create or replace view "programme_trend" as select * from read_parquet('programme_trend.parquet');
create or replace view "programmes" as select * from read_parquet('programmes.parquet');
create or replace view "rate_autocorrelation" as select * from read_parquet('rate_autocorrelation.parquet');
create or replace view "reach_by_platform" as select * from read_parquet('reach_by_platform.parquet');
create or replace view "records_by_outcome" as select * from read_parquet('records_by_outcome.parquet');
create or replace view "records_by_stage" as select * from read_parquet('records_by_stage.parquet');
create or replace view "regions" as select * from read_parquet('regions.parquet');
create or replace view "scopes" as select * from read_parquet('scopes.parquet');
create or replace view "sex_named_by_choice" as select * from read_parquet('sex_named_by_choice.parquet');
create or replace view "sex_shares_corrected" as select * from read_parquet('sex_shares_corrected.parquet');
create or replace view "smoothed_rates_by_map_unit" as select * from read_parquet('smoothed_rates_by_map_unit.parquet');
create or replace view "stories_by_barrier" as select * from read_parquet('stories_by_barrier.parquet');
create or replace view "stories_by_barrier_map_unit" as select * from read_parquet('stories_by_barrier_map_unit.parquet');
create or replace view "stories_by_barrier_month" as select * from read_parquet('stories_by_barrier_month.parquet');
create or replace view "stories_by_barrier_tone" as select * from read_parquet('stories_by_barrier_tone.parquet');
create or replace view "stories_by_corpus" as select * from read_parquet('stories_by_corpus.parquet');
create or replace view "stories_by_disability" as select * from read_parquet('stories_by_disability.parquet');
create or replace view "stories_by_disability_tone" as select * from read_parquet('stories_by_disability_tone.parquet');
create or replace view "stories_by_hashtag" as select * from read_parquet('stories_by_hashtag.parquet');
create or replace view "stories_by_hashtag_pair" as select * from read_parquet('stories_by_hashtag_pair.parquet');
create or replace view "stories_by_language" as select * from read_parquet('stories_by_language.parquet');
create or replace view "stories_by_map_unit" as select * from read_parquet('stories_by_map_unit.parquet');
create or replace view "stories_by_month" as select * from read_parquet('stories_by_month.parquet');
create or replace view "stories_by_place_source" as select * from read_parquet('stories_by_place_source.parquet');
create or replace view "stories_by_platform" as select * from read_parquet('stories_by_platform.parquet');
create or replace view "stories_by_platform_month" as select * from read_parquet('stories_by_platform_month.parquet');
create or replace view "stories_by_platform_week" as select * from read_parquet('stories_by_platform_week.parquet');
create or replace view "stories_by_programme" as select * from read_parquet('stories_by_programme.parquet');
create or replace view "stories_by_programme_map_unit" as select * from read_parquet('stories_by_programme_map_unit.parquet');
create or replace view "stories_by_programme_month" as select * from read_parquet('stories_by_programme_month.parquet');
create or replace view "stories_by_programme_tone" as select * from read_parquet('stories_by_programme_tone.parquet');
create or replace view "stories_by_region" as select * from read_parquet('stories_by_region.parquet');
create or replace view "stories_by_sex" as select * from read_parquet('stories_by_sex.parquet');
create or replace view "stories_by_sex_language" as select * from read_parquet('stories_by_sex_language.parquet');
create or replace view "stories_by_sex_map_unit" as select * from read_parquet('stories_by_sex_map_unit.parquet');
create or replace view "stories_by_sex_topic" as select * from read_parquet('stories_by_sex_topic.parquet');
create or replace view "stories_by_topic" as select * from read_parquet('stories_by_topic.parquet');
create or replace view "stories_by_topic_count" as select * from read_parquet('stories_by_topic_count.parquet');
create or replace view "stories_by_topic_map_unit" as select * from read_parquet('stories_by_topic_map_unit.parquet');
create or replace view "stories_by_topic_month" as select * from read_parquet('stories_by_topic_month.parquet');
create or replace view "stories_by_topic_pair" as select * from read_parquet('stories_by_topic_pair.parquet');
create or replace view "stories_by_week" as select * from read_parquet('stories_by_week.parquet');
create or replace view "stories_by_word" as select * from read_parquet('stories_by_word.parquet');
create or replace view "stories_by_word_pair" as select * from read_parquet('stories_by_word_pair.parquet');
create or replace view "study" as select * from read_parquet('study.parquet');
create or replace view "topic_model" as select * from read_parquet('topic_model.parquet');
create or replace view "topic_quotients_by_map_unit" as select * from read_parquet('topic_quotients_by_map_unit.parquet');
create or replace view "topics" as select * from read_parquet('topics.parquet');
create or replace view "volume_like_months" as select * from read_parquet('volume_like_months.parquet');
create or replace view "volume_trend" as select * from read_parquet('volume_trend.parquet');
create or replace view "words_by_contrast" as select * from read_parquet('words_by_contrast.parquet');
create or replace view "words_by_topic" as select * from read_parquet('words_by_topic.parquet');

-- Functions that queries may call, as DuckDB macros. Each is tested against an independent implementation.

-- The 97.5 % quantile of the standard normal distribution.
create or replace macro normal_quantile_975() as 1.9599639845400545e0;

-- Wilson score interval (95 %) of k of n: Wilson (1927), JASA 22(158), p. 209-212. Null where n is 0 or null.
create or replace macro wilson_upper(k, n) as
  case
    when n > 0 and k = n then 1e0
    when n > 0 and k >= 0 and k < n then
      (
        k
        + pow(normal_quantile_975(), 2) / 2
        + normal_quantile_975()
          * sqrt(k::double * (n - k)::double / n::double + pow(normal_quantile_975(), 2) / 4)
      )
      / (n + pow(normal_quantile_975(), 2))
  end;

-- The product of the two limits is k^2 / (n (n + z^2)): dividing by the upper one loses no digits near 0.
create or replace macro wilson_lower(k, n) as
  k::double * k::double
  / (n::double * (n + pow(normal_quantile_975(), 2)) * wilson_upper(k, n));

-- The sum of counts, null where one of them is withheld: a sum of the rest would be too small without a word.
create or replace macro whole_sum(counts) as
  case when count(*) = count(counts) then coalesce(sum(counts), 0)::bigint end;

-- Half a quantile of the chi-square distribution with `freedom` degrees of freedom at the normal quantile z:
-- Goldberg & Levine (1946), Ann. Math. Stat. 17, p. 216-225. Relative error below 1e-12 from 2,000 degrees on.
create or replace macro half_chi_square(freedom, z) as
  (
    freedom
    + sqrt(2e0 * freedom) * z
    + 2e0 * (pow(z, 2) - 1) / 3
    + (pow(z, 3) - 7 * z) / (9 * sqrt(2e0 * freedom))
    - (6 * pow(z, 4) + 14 * pow(z, 2) - 32) / (405e0 * freedom)
    + (9 * pow(z, 5) + 256 * pow(z, 3) - 433 * z) / (4860e0 * freedom * sqrt(2e0 * freedom))
    + (12 * pow(z, 6) - 243 * pow(z, 4) - 923 * pow(z, 2) + 1472) / (25515e0 * pow(freedom, 2))
  ) / 2;

-- Exact Poisson limits (95 %) of a count: Garwood (1936), Biometrika 28, p. 437-442. Up to 1,000 from the table
-- garwood, above by the expansion. Null where the count is null.
create or replace macro garwood_lower(events) as
  case
    when events <= 1000 then
      (select tabled_limit from (select count as tabled_count, lower as tabled_limit from garwood) where tabled_count = events)
    else half_chi_square(2e0 * events, -normal_quantile_975())
  end;

create or replace macro garwood_upper(events) as
  case
    when events <= 1000 then
      (select tabled_limit from (select count as tabled_count, upper as tabled_limit from garwood) where tabled_count = events)
    else half_chi_square(2e0 * events + 2, normal_quantile_975())
  end;

-- The difference k1/n1 - k2/n2 and its 95 % hybrid score limits: Newcombe (1998), Statistics in Medicine 17,
-- p. 873-890, method 10. Null where n1 or n2 is 0.
create or replace macro newcombe_lower(k1, n1, k2, n2) as
  k1::double / n1 - k2::double / n2
  - sqrt(pow(k1::double / n1 - wilson_lower(k1, n1), 2) + pow(wilson_upper(k2, n2) - k2::double / n2, 2));

create or replace macro newcombe_upper(k1, n1, k2, n2) as
  k1::double / n1 - k2::double / n2
  + sqrt(pow(wilson_upper(k1, n1) - k1::double / n1, 2) + pow(k2::double / n2 - wilson_lower(k2, n2), 2));

-- One cell of G²: 2 o ln(o / e), 0 where o is 0.
create or replace macro g2_cell(seen, expected) as
  case when seen = 0 then 0e0 else 2 * seen::double * ln(seen::double / expected) end;

-- Dunning's G² of a word, k1 times among n1 words and k2 times among n2, over Williams' divisor: Dunning (1993),
-- Computational Linguistics 19(1), p. 61-74; Williams (1976), Biometrika 63, p. 33-37. No sign. Null where the word is
-- in neither corpus or is all of both. Its digits end near 1e-9 absolute where G² is near 0.
create or replace macro g2(k1, n1, k2, n2) as
  case when k1 + k2 > 0 and k1 + k2 < n1 + n2 and n1 > 0 and n2 > 0 then
    (
      g2_cell(k1, (k1 + k2)::double * n1 / (n1 + n2))
      + g2_cell(k2, (k1 + k2)::double * n2 / (n1 + n2))
      + g2_cell(n1 - k1, (n1 + n2 - k1 - k2)::double * n1 / (n1 + n2))
      + g2_cell(n2 - k2, (n1 + n2 - k1 - k2)::double * n2 / (n1 + n2))
    )
    / (
      1
      + ((n1 + n2)::double / (k1 + k2) + (n1 + n2)::double / (n1 + n2 - k1 - k2) - 1)
        * ((n1 + n2)::double / n1 + (n1 + n2)::double / n2 - 1)
        / (6e0 * (n1 + n2))
    )
  end;

-- Log ratio: log2 of the relative frequency in one corpus over that in another, 0 taken as 0.5: Hardie (2014).
create or replace macro log_ratio(k1, n1, k2, n2) as
  case when k1 + k2 > 0 and n1 > 0 and n2 > 0 then
    log2(case when k1 = 0 then 0.5e0 else k1::double end / n1)
    - log2(case when k2 = 0 then 0.5e0 else k2::double end / n2)
  end;

-- logDice of two things that meet in `together` of their `first_count` and `second_count` units: Rychlý (2008),
-- RASLAN, p. 6-9. Null where they never meet.
create or replace macro logdice(together, first_count, second_count) as
  case when together > 0 then 14 + log2(2e0 * together / (first_count + second_count)) end;

-- How many times more often two things meet than were they independent. Null where one never occurs.
create or replace macro lift(together, first_count, second_count, all_count) as
  case when first_count > 0 and second_count > 0 then
    (together::double / first_count) * (all_count::double / second_count)
  end;

-- A topic's share of a region's stories over its share of all stories. Null where region or topic is empty.
create or replace macro location_quotient(in_region, region, in_all, all_stories) as
  case when region > 0 and in_all > 0 then
    (in_region::double / region) * (all_stories::double / in_all)
  end;
