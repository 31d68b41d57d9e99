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
