"""Reference values for the Wilson, Garwood and normal quantile tests, from SciPy and statsmodels.

python -m venv venv && venv/bin/pip install scipy==1.17.1 statsmodels==0.15.0
venv/bin/python tests/reference/intervals/make.py > tests/reference/intervals/intervals.json
"""

import json
import platform

import scipy
import statsmodels
from scipy.stats import chi2, norm
from statsmodels.stats.proportion import proportion_confint

pairs = [(0, 1), (1, 1), (0, 10), (1, 10), (5, 10), (9, 10), (10, 10), (1, 30), (3, 17), (75, 100),
         (15, 148), (81, 263), (100, 1000), (1, 10000), (9999, 10000), (7, 1000000), (500000, 1000000),
         (1, 1000000000), (123456, 7654321)]
counts = [0, 1, 2, 3, 5, 7, 10, 20, 50, 99, 100, 250, 500, 999, 1000, 1001, 1002, 1500, 2500, 5000, 10000,
          20000, 100000, 1000000]


def wilson(k, n):
    lower, upper = proportion_confint(k, n, alpha=0.05, method="wilson")
    return {"k": k, "n": n, "lower": float(lower), "upper": float(upper)}


def garwood(k):
    lower = chi2.ppf(0.025, 2 * k) / 2 if k else 0.0
    return {"count": k, "lower": float(lower), "upper": float(chi2.isf(0.025, 2 * k + 2) / 2)}


print(json.dumps({
    "made_with": {"python": platform.python_version(), "scipy": scipy.__version__,
                  "statsmodels": statsmodels.__version__},
    "normal_quantile_975": float(norm.ppf(0.975)),
    "wilson": [wilson(k, n) for k, n in pairs],
    "garwood": [garwood(k) for k in counts],
}, indent=1))
