"""Reference values for differences, ratios, association, adjusted p, Gini, location quotient and corrections.

python -m venv venv && venv/bin/pip install scipy==1.17.1 statsmodels==0.15.0
venv/bin/python tests/reference/groups/make.py > tests/reference/groups/python.json
"""

import json
import platform

import numpy as np
import scipy
import statsmodels
from scipy.stats import chi2_contingency
from scipy.stats.contingency import association
from statsmodels.stats._delta_method import NonlinearDeltaCov
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep

draw = np.random.default_rng(20261123)
pairs = [(56, 70, 48, 80), (9, 10, 3, 10), (10, 10, 0, 20), (0, 30, 0, 40), (5, 56, 0, 29), (0, 50, 3, 60),
         (1, 1, 0, 1), (120, 3000, 90, 4100), (7, 1000000, 30, 1200000), (500, 1000, 480, 1000)]


def difference(k1, n1, k2, n2):
    lower, upper = confint_proportions_2indep(k1, n1, k2, n2, method="newcomb", compare="diff")
    return {"counts": [k1, n1, k2, n2], "lower": float(lower), "upper": float(upper)}


def ratio(k1, n1, k2, n2):
    lower, upper = confint_proportions_2indep(k1, n1, k2, n2, method="score", compare="ratio", correction=False)
    return {"counts": [k1, n1, k2, n2], "lower": float(lower), "upper": float(upper)}


def table(rows):
    found = chi2_contingency(rows, correction=False)
    return {"rows": rows, "statistic": float(found.statistic), "df": int(found.dof), "p": float(found.pvalue),
            "v": float(association(np.array(rows), method="cramer"))}


def gini(amounts, populations):
    # Half the mean absolute difference of rates between two residents over the mean rate: no Lorenz curve.
    x, w = np.array(amounts) / np.array(populations), np.array(populations) / np.sum(populations)
    return float(np.sum(np.abs(x[:, None] - x[None, :]) * w[:, None] * w[None, :]) / 2 / np.sum(w * x))


def quotient(a, region, topic, n):
    cells = np.array([a, topic - a, region - a, n - topic - region + a], float) / n
    covariance = (np.diag(cells) - np.outer(cells, cells)) / n

    def log_quotient(p):
        return np.atleast_1d(np.log(p[0] / (p[0] + p[2]) / ((p[0] + p[1]) / p.sum())))

    # An exact gradient by complex steps, the delta method by statsmodels.
    def gradient(p):
        return np.array([[np.imag(log_quotient(p + 1e-30j * np.eye(4)[k])[0]) / 1e-30 for k in range(4)]])

    delta = NonlinearDeltaCov(log_quotient, cells, covariance, deriv=gradient)
    low, high = np.exp(delta.conf_int()[0])
    return {"counts": [a, region, topic, n], "quotient": float(np.exp(delta.predicted()[0])),
            "lower": float(low), "upper": float(high)}


def corrected(found, coded):
    rates = np.array(coded, float) / np.sum(coded, axis=1, keepdims=True)
    return {"found": found, "coded": coded,
            "shares": np.linalg.solve(rates.T, np.array(found) / np.sum(found)).tolist()}


def rogan_gladen(x, n, tp, p, tn, q):
    # The variance, at Lang and Reiczigel's adjusted estimates, by statsmodels' delta method.
    z2 = scipy.stats.norm.ppf(0.975) ** 2
    ap, se, sp = (x + z2 / 2) / (n + z2), (tp + 1) / (p + 2), (tn + 1) / (q + 2)
    covariance = np.diag([ap * (1 - ap) / (n + z2), se * (1 - se) / (p + 2), sp * (1 - sp) / (q + 2)])

    def share(v):
        return np.atleast_1d((v[0] + v[2] - 1) / (v[1] + v[2] - 1))

    def gradient(v):
        return np.array([[np.imag(share(v + 1e-30j * np.eye(3)[k])[0]) / 1e-30 for k in range(3)]])

    delta = NonlinearDeltaCov(share, np.array([ap, se, sp]), covariance, deriv=gradient)
    low, high = delta.conf_int()[0]
    return {"counts": [x, n, tp, p, tn, q], "width": float(high - low)}


tables = [[[10, 20], [30, 5]], [[12, 7, 30], [5, 9, 41], [100, 3, 2]], [[5, 5], [5, 5]], [[1, 0], [0, 1]],
          draw.integers(0, 60, (4, 6)).tolist(), draw.integers(1, 5000, (2, 5)).tolist(), [[9000, 10], [20, 8000]]]
regions = [([3, 1, 4, 1, 5], [10, 20, 30, 40, 50]), ([0, 0, 7], [5, 5, 5]), ([2, 4, 8], [1, 2, 4]), ([9], [3]),
           (draw.integers(0, 900, 17).tolist(), draw.integers(30000, 2000000, 17).tolist())]
families = [[0.01, 0.04, 0.03, 0.005], [0.5], [1, 1, 1], [0.02, 0.02, 0.9, 1e-300, 0.3],
            draw.beta(0.4, 1, 60).tolist()]
print(json.dumps({
    "made_with": {"python": platform.python_version(), "scipy": scipy.__version__, "numpy": np.__version__,
                  "statsmodels": statsmodels.__version__},
    "difference": [difference(*pair) for pair in pairs],
    "ratio": [ratio(*pair) for pair in pairs if pair[0] > 0 and 0 < pair[2] < pair[3]],
    "tables": [table(rows) for rows in tables],
    "gini": [{"amounts": a, "populations": p, "gini": gini(a, p)} for a, p in regions],
    "quotient": [quotient(*c) for c in [(12, 100, 200, 5000), (1, 3, 40, 900), (50, 60, 70, 100), (3, 900, 8, 1000)]],
    "adjusted": [{"p": p, "holm": multipletests(p, method="holm")[1].tolist(),
                  "bh": multipletests(p, method="fdr_bh")[1].tolist()} for p in families],
    "corrected": [corrected([30, 50, 20], [[90, 5, 5], [10, 80, 10], [2, 8, 40]]),
                  corrected([40, 60], [[45, 5], [20, 180]]),
                  corrected([7, 1, 0, 12], [[9, 1, 0, 0], [1, 8, 1, 0], [0, 2, 7, 1], [0, 0, 1, 30]])],
    "rogan_gladen": [rogan_gladen(*c) for c in [(300, 1000, 80, 100, 180, 200), (50, 200, 38, 40, 55, 60),
                                                (500, 900, 27, 30, 50, 50)]],
}, indent=1))
