select platforms, stories, v, v_corrected, statistic, df, log10_p
from platform_association
order by platforms;
