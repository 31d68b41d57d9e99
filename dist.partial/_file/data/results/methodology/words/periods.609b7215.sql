select language, word, surface, side, first, first_of, second, second_of, log_ratio, low, high, g2, log10_q, tests, dp
from words_by_contrast
where contrast = 'public-periods'
order by language, log_ratio desc, word;
