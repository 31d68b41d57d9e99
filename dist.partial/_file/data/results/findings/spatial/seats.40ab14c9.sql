select rule, located, estimate as share, low, high
from concentration_by_choice
where counted = 'stories' and span = 'whole' and measure = 'part_share'
order by share desc, rule;
