select corpus || '-' || scope as discussion, counted, sources, span, earlier, later, ratio, low, high
from growth_by_choice
order by discussion, counted, sources, span;
