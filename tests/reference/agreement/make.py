"""Reference values for the tests of agreement, from the packages krippendorff, scikit-learn and statsmodels.

python -m venv venv && venv/bin/pip install krippendorff==0.9.0 scikit-learn==1.9.1 statsmodels==0.15.0
venv/bin/python tests/reference/agreement/make.py > tests/reference/agreement/agreement.json
"""

import json
import platform
import random
from importlib.metadata import version

import krippendorff
import numpy as np
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import cohens_kappa, to_table

draw = random.Random(20261123)
cases = []
for coders, items, categories, error, missing in [
    (2, 10, 2, 0.1, 0), (2, 50, 2, 0.05, 0), (2, 200, 3, 0.2, 0), (2, 500, 5, 0.4, 0), (2, 1000, 2, 0.01, 0),
    (2, 60, 4, 0.8, 0), (2, 100, 2, 0.1, 0.2), (3, 40, 2, 0.1, 0.1), (4, 80, 3, 0.3, 0.3), (5, 40, 4, 0.2, 0),
    (6, 300, 2, 0.15, 0.5),
]:
    names = "abcdefgh"[:categories]
    codes = []
    for _ in range(items):
        truth = draw.choice(names[: max(1, categories - draw.randrange(categories))])
        codes.append([
            None if draw.random() < missing else draw.choice(names) if draw.random() < error else truth
            for _ in range(coders)
        ])
    matrix = np.array([[np.nan if row[c] is None else names.index(row[c]) for row in codes] for c in range(coders)])
    case = {"codes": codes, "alpha": float(krippendorff.alpha(matrix, level_of_measurement="nominal"))}
    if coders == 2:
        both = [row for row in codes if None not in row]
        first, second = [row[0] for row in both], [row[1] for row in both]
        table = to_table(np.array([[names.index(a), names.index(b)] for a, b in both]), bins=categories)[0]
        case["kappa_sklearn"] = float(cohen_kappa_score(first, second))
        case["kappa_statsmodels"] = float(cohens_kappa(table).kappa)
    cases.append(case)

print(json.dumps({
    "made_with": {"python": platform.python_version(),
                  **{name: version(name) for name in ["krippendorff", "scikit-learn", "statsmodels"]}},
    "cases": cases,
}))
