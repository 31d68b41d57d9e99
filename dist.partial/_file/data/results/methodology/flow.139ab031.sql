select stage, outcome, units, turn, case outcome when 'kept' then 0 else 1 end as kept_first
from records_by_stage
where outcome = 'kept' or units is null or units > 0
order by turn, kept_first, outcome;
