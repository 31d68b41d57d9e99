"""Reference values for the tails of the normal, chi-square and Student distributions and the beta quantile.

mpmath works with 60 digits; SciPy stands beside it where its numbers do not underflow.

python -m venv venv && venv/bin/pip install scipy==1.17.1 mpmath
venv/bin/python tests/reference/tails/make.py > tests/reference/tails/tails.json
"""

import json
import platform

import mpmath as mp
import scipy
from scipy.stats import beta, t as student

mp.mp.dps = 60


def normal(z):
    return float(mp.log(mp.erfc(mp.mpf(z) / mp.sqrt(2)) / 2))


def chi_square(x, df):
    return float(mp.log(mp.gammainc(mp.mpf(df) / 2, mp.mpf(x) / 2, mp.inf, regularized=True)))


def two_sided_student(t, df):
    t, df = mp.mpf(t), mp.mpf(df)
    return float(mp.log(mp.betainc(df / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True)))


zs = [-40, -8, -2, -1, -0.5, 0, 0.1, 1, 1.959963984540054, 3, 6, 10, 20, 24.9, 25.1, 30, 37, 38.4, 50, 100]
chis = [(x, df) for df in (1, 2, 3, 7, 30, 200, 1001, 2002)
        for x in (1e-6, 0.1, 1, 3.841458820694124, 10, 50, 250, 990, 1370, 2100, 3500, 6000)]
chis = [(x, df) for x, df in chis if chi_square(x, df) < -1e-8]
ts = [(t, df) for df in (1, 2, 4, 11, 30, 500) for t in (0.001, 0.5, 1.96, 2.5, 12, 1e3, 1e60)
      if two_sided_student(t, df) > -5000]
print(json.dumps({
    "made_with": {"python": platform.python_version(), "mpmath": mp.__version__, "scipy": scipy.__version__},
    "normal": [{"z": z, "log": normal(z)} for z in zs],
    "chi_square": [{"x": x, "df": df, "log": chi_square(x, df)} for x, df in chis],
    "student": [{"t": t, "df": df, "log": two_sided_student(t, df)} for t, df in ts],
    "student_975": [{"df": df, "t": float(student.isf(0.025, df))} for df in (1, 2, 3, 4, 5, 11, 30, 200, 5000)],
    "beta": [{"p": p, "a": a, "b": b, "x": float(beta.ppf(p, a, b))} for p in (0.025, 0.5, 0.975)
             for a, b in ((1, 1), (1, 30), (3, 7), (50, 2), (400, 500), (0.5, 4), (1, 1e5))],
}, indent=1))
