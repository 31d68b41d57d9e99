select measure, located, estimate, low, high
from concentration_by_choice
where rule = 'focus' and counted = 'stories' and span = 'whole'
order by measure;
