"""Reference values for trends, from pymannkendall and SciPy, and for quantiles, from NumPy.

python -m venv venv && venv/bin/pip install scipy==1.17.1 pymannkendall==1.4.3
venv/bin/python tests/reference/trend/make.py > tests/reference/trend/python.json
"""

import json
import platform
from importlib.metadata import version

import numpy as np
import pymannkendall as mk
from scipy.stats import theilslopes

draw = np.random.default_rng(20261123)


def walk(n, share, slope):
    values = [0.0]
    for _ in range(n - 1):
        values.append(share * values[-1] + draw.normal())
    return (np.array(values) + slope * np.arange(n)).tolist()


series = {
    "rising": [1.0, 2.0, 4.0, 3.0, 6.0, 5.0, 9.0, 8.0],
    "ties": draw.poisson(4, 24).astype(float).tolist(),
    "many ties": draw.integers(0, 3, 60).astype(float).tolist(),
    "autocorrelated": walk(73, 0.7, 0.02),
    "negative": walk(40, -0.5, 0.1),
    "long": walk(180, 0.3, 0.01),
    "falling": (-np.arange(30.0) + draw.normal(0, 2, 30)).tolist(),
    "short": [3.0, 1.0, 2.0, 5.0, 4.0],
}


def trend(values):
    plain = mk.original_test(values)
    out = {"values": values, "s": float(plain.s), "variance": float(plain.var_s), "tau": float(plain.Tau),
           "z": float(plain.z), "p": float(plain.p)}
    for name, lag in (("all", None), ("three", 3)):
        found = mk.hamed_rao_modification_test(values, lag=lag)
        out[name] = None if found.var_s <= 0 else {"variance": float(found.var_s), "z": float(found.z), "p": float(found.p)}
    times = list(np.arange(len(values), dtype=float))
    slope = theilslopes(values, times)
    out |= {"slope": float(slope.slope), "intercept": float(slope.intercept), "lower": float(slope.low_slope),
            "upper": float(slope.high_slope)}
    return out


def uneven(n):
    x, y = draw.integers(0, 20, n).astype(float), draw.normal(0, 1, n)
    found = theilslopes(y, x)
    return {"x": x.tolist(), "y": y.tolist(), "slope": float(found.slope), "intercept": float(found.intercept),
            "lower": float(found.low_slope), "upper": float(found.high_slope)}


def seasonal(values, period):
    found = mk.seasonal_test(np.array([np.nan if v is None else v for v in values]), period=period)
    return {"values": values, "period": period, "s": float(found.s), "variance": float(found.var_s), "z": float(found.z),
            "p": float(found.p), "slope": float(found.slope)}


months = [float(v) for v in draw.poisson(40, 48) + np.tile(np.arange(12) * 3, 4) + np.arange(48) // 2]
gaps = [None if at in (5, 17, 30) else v for at, v in enumerate(months)]
sample = draw.normal(0, 1, 201).tolist()
print(json.dumps({
    "made_with": {"python": platform.python_version(), **{name: version(name) for name in ["scipy", "pymannkendall", "numpy"]}},
    "series": [{"name": name, **trend(values)} for name, values in series.items()],
    "uneven": [uneven(12), uneven(40)],
    "seasonal": [seasonal(months, 12), seasonal(months[:24], 12), seasonal(gaps, 12), seasonal(months[:40], 7)],
    "quantile": {"values": sample, "at": [{"p": p, "quantile": float(np.quantile(sample, p))}
                                          for p in (0, 0.025, 0.1, 0.5, 0.9, 0.975, 1)]},
}))
