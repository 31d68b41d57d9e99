select rule, counted, span, top, located, estimate as ratio, low, high
from concentration_by_choice
where measure = 'top_to_median'
order by rule, counted, span;
