select topic, language, word, surface, first, first_of, second, second_of, log_ratio, low, high, g2, log10_q, tests, dp
from words_by_topic
order by topic, language, log_ratio desc, word;
