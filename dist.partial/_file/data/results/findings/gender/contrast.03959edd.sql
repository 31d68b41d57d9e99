select
  measure,
  first / first_of as inclusive,
  second / second_of as general,
  estimate,
  low,
  high,
  first as stories,
  first_of as of
from girls_share_contrast
order by measure;
