"""Reference values from the definitions, in NumPy and SciPy: Hamed and Rao's correction with ties within rounding and with
gaps in time, like months whose dispersion is below 1, and percentiles of a cluster bootstrap's given resamples.

python -m venv venv && venv/bin/pip install scipy statsmodels
venv/bin/python tests/reference/trend/definitions.py > tests/reference/trend/definitions.json
"""

import json
import platform
from importlib.metadata import version
from pathlib import Path

import numpy as np
import statsmodels.api as sm
from scipy.stats import norm, rankdata, theilslopes

draw = np.random.default_rng(20261128)


def hamed_rao(values, steps, lags):
    """Hamed and Rao (1998), eq. 18 and 19; pairs of values so many steps apart stand for n - lag."""
    values, steps = np.array(values), np.array(steps)
    n = len(values)
    slope = theilslopes(values, steps).slope
    # A median of an odd number of slopes is that of one pair, whose residuals tie: rounding keeps the tie.
    ranks = rankdata(np.round(values - slope * steps, 9))
    ranks -= ranks.mean()
    sum_ = 0.0
    for lag in range(1, lags + 1):
        pairs = [(i, j) for i in range(n) for j in range(n) if steps[j] - steps[i] == lag]
        if np.all(ranks == 0):
            continue
        r = sum(ranks[i] * ranks[j] for i, j in pairs) / np.sum(ranks**2)
        if abs(r) > norm.ppf(0.975) / np.sqrt(n):
            m = len(pairs)
            sum_ += m * (m - 1) * (m - 2) * r
    return {"values": values.tolist(), "steps": steps.tolist(), "lags": lags,
            "correction": 1 + 2 / (n * (n - 1) * (n - 2)) * sum_}


def carried(n, share):
    values = [0.0]
    for _ in range(n - 1):
        values.append(share * values[-1] + draw.normal())
    return np.array(values)


def like(earlier, later):
    """The Poisson regression of which the quasi-Poisson one takes the standard error where its dispersion is below 1."""
    months = len(earlier)
    y = np.array(earlier + later, dtype=float)
    x = np.column_stack([np.repeat([0.0, 1.0], months), np.tile(np.eye(months), (2, 1))])
    fit = sm.GLM(y, x, family=sm.families.Poisson()).fit(tol=1e-14, maxiter=200)
    low, high = fit.conf_int()[0]
    return {"earlier": earlier, "later": later, "ratio": float(np.exp(fit.params[0])), "lower": float(np.exp(low)),
            "upper": float(np.exp(high)), "p": float(fit.pvalues[0])}


def bootstrap(clusters, hits, draws):
    """Shares of resampled whole clusters: each draw says which clusters were taken, each as often as it stands there."""
    clusters, hits = np.array(clusters), np.array(hits)
    count = clusters.max() + 1
    taken = draw.integers(0, count, (draws, count))
    shares = []
    for one in taken:
        rows = np.concatenate([np.flatnonzero(clusters == cluster) for cluster in one])
        shares.append(hits[rows].mean())
    return {"clusters": clusters.tolist(), "hits": hits.tolist(), "taken": taken.tolist(), "shares": shares,
            "lower": float(np.quantile(shares, 0.025)), "upper": float(np.quantile(shares, 0.975))}


python = json.loads(Path("tests/reference/trend/python.json").read_text())
falling = next(series["values"] for series in python["series"] if series["name"] == "falling")
kept = [step for step in range(60) if step not in (20, 21, 22, 41)]
print(json.dumps({
    "made_with": {"python": platform.python_version(), **{name: version(name) for name in ["numpy", "scipy", "statsmodels"]}},
    "hamed_rao": [
        {"name": "a pair that ties", **hamed_rao(falling, list(range(30)), 3)},
        {"name": "a line with the noise of floating point", **hamed_rao([0.1 * k + 0.3 for k in range(40)], list(range(40)), 3)},
        {"name": "gaps", **hamed_rao(carried(60, 0.6)[kept].tolist(), kept, 3)},
        {"name": "gaps, all lags", **hamed_rao(carried(60, 0.8)[kept].tolist(), kept, 59)},
    ],
    "like": [like([10, 12, 9], [11, 12, 10]), like([120, 133, 101], [150, 165, 128])],
    "bootstrap": bootstrap(np.repeat(range(12), range(1, 13)).tolist(), draw.integers(0, 2, 78).tolist(), 400),
}))
