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

-- The variance of the logarithm of lift by the delta method, stories taken as independent draws of four kinds (both
-- things, one, the other, neither): the mean square of 1/p(both) - 1/p(first) - 1/p(second) + 1 and so on, over n.
create or replace macro log_lift_variance(together, first_count, second_count, all_count) as
  (
    together * pow(all_count::double / together - all_count::double / first_count - all_count::double / second_count + 1, 2)
    + (first_count - together) * pow(1 - all_count::double / first_count, 2)
    + (second_count - together) * pow(1 - all_count::double / second_count, 2)
    + (all_count - first_count - second_count + together)
  ) / pow(all_count::double, 2);

-- 95 % limits of lift. Null where the two never meet.
create or replace macro lift_lower(together, first_count, second_count, all_count) as
  case when together > 0 then
    lift(together, first_count, second_count, all_count)
    * exp(-normal_quantile_975() * sqrt(log_lift_variance(together, first_count, second_count, all_count)))
  end;

create or replace macro lift_upper(together, first_count, second_count, all_count) as
  case when together > 0 then
    lift(together, first_count, second_count, all_count)
    * exp(normal_quantile_975() * sqrt(log_lift_variance(together, first_count, second_count, all_count)))
  end;

-- Half the width of the 95 % interval of logDice, by the delta method as above.
create or replace macro logdice_margin(together, first_count, second_count) as
  normal_quantile_975() / ln(2e0)
  * sqrt(
    greatest(
      1e0 / together - 3e0 / (first_count + second_count) + 2e0 * together / pow(first_count + second_count, 2), 0
    )
  );

-- 95 % limits of logDice. Null where the two never meet.
create or replace macro logdice_lower(together, first_count, second_count) as
  case when together > 0 then
    logdice(together, first_count, second_count) - logdice_margin(together, first_count, second_count)
  end;

create or replace macro logdice_upper(together, first_count, second_count) as
  case when together > 0 then
    logdice(together, first_count, second_count) + logdice_margin(together, first_count, second_count)
  end;

-- 95 % limits of the logDice of two words that stand next to each other in `together` of the stories that hold the
-- two `anywhere`: as above, with a fifth kind of story, which holds both apart. Null where they are never together.
create or replace macro neighbours_margin(together, anywhere, first_count, second_count) as
  normal_quantile_975() / ln(2e0)
  * sqrt(
    greatest(
      1e0 / together - 3e0 / (first_count + second_count) + 2e0 * anywhere / pow(first_count + second_count, 2), 0
    )
  );

create or replace macro neighbours_lower(together, anywhere, first_count, second_count) as
  case when together > 0 then
    logdice(together, first_count, second_count) - neighbours_margin(together, anywhere, first_count, second_count)
  end;

create or replace macro neighbours_upper(together, anywhere, first_count, second_count) as
  case when together > 0 then
    logdice(together, first_count, second_count) + neighbours_margin(together, anywhere, first_count, second_count)
  end;
