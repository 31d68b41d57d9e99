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
