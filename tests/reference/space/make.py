"""Reference values for contiguity, Moran's I and its permutations, from libpysal and esda, and by full enumeration.

python -m venv venv && venv/bin/pip install libpysal==4.14.1 esda==2.9.0 geopandas==1.2.0
venv/bin/python tests/reference/space/make.py > tests/reference/space/python.json    (from the repository's root)
"""

import itertools
import json
import platform
import warnings
from importlib.metadata import version

import geopandas
import numpy as np
from esda import Moran, Moran_Local
from esda.smoothing import Empirical_Bayes, assuncao_rate
from libpysal.weights import Queen, W

warnings.filterwarnings("ignore")
draw = np.random.default_rng(20261123)
frame = geopandas.read_file("data/study/boundaries.geojson")
queen = Queen.from_dataframe(frame, use_index=False, silence_warnings=True)
n = queen.n
neighbours = [sorted(int(j) for j in queen.neighbors[i]) for i in range(n)]
islands = [[1, 2], [0, 2], [0, 1, 3], [2], [], [6], [5]]
small = [[1, 2], [0, 3], [0, 3, 4], [1, 2, 5], [2, 5, 6], [3, 4], [4]]


def moran(values, lists):
    found = Moran(np.array(values), W(dict(enumerate(lists)), silence_warnings=True), transformation="r", permutations=0)
    return {"values": values, "neighbours": lists, "i": float(found.I), "expected": float(found.EI), "variance": float(found.VI_rand),
            "z": float(found.z_rand), "p": float(found.p_rand)}


def folded(z, lists):
    """For each region the smaller share of all choices of the others' values for its neighbours."""
    out = []
    for i, near in enumerate(lists):
        others = [z[j] for j in range(len(z)) if j != i]
        lags = np.array([sum(c) for c in itertools.combinations(others, len(near))])
        seen = z[near].sum()
        out.append(float(min(np.mean(lags >= seen - 1e-12), np.mean(lags <= seen + 1e-12))))
    return out


def exact(values, lists):
    """The share of all orders of the values whose I is as high: what permutations estimate."""
    w = np.zeros((len(values), len(values)))
    for i, near in enumerate(lists):
        w[i, near] = 1 / len(near)
    z = np.array(values) - np.mean(values)
    high = total = 0
    for order in itertools.permutations(range(len(values))):
        p = z[list(order)]
        high += p @ w @ p >= z @ w @ z - 1e-12
        total += 1
    local = folded(z, lists)
    return {"values": values, "neighbours": lists, "p": float(high / total), "local": local}


def rates(counts, populations, lists):
    e, b = np.array(counts), np.array(populations)
    z = assuncao_rate(e, b)
    w = W(dict(enumerate(lists)), silence_warnings=True)
    np.random.seed(1)
    found = Moran(z, w, transformation="r", permutations=99999)
    # Its p is not used: it folds with ties in one tail only, and with two or three neighbours ties weigh. `folded` counts all.
    local = Moran_Local(z, w, transformation="r", permutations=0)
    return {"counts": counts, "populations": populations, "neighbours": lists, "deviates": z.tolist(), "i": float(found.I),
            "p": float(np.mean(found.sim >= found.I)), "local": [float(v) for v in local.Is],
            "folded": folded(z - z.mean(), lists), "smoothed": Empirical_Bayes(e, b).r.ravel().tolist()}


populations = draw.integers(200000, 2100000, n).tolist()
clustered = [int(v) for v in draw.poisson(np.array(populations) * (0.0004 + 0.0006 * (frame.centroid.x > 68)))]
even = [int(v) for v in draw.poisson(np.array(populations) * 0.0005)]
print(json.dumps({
    "made_with": {"python": platform.python_version(), **{name: version(name) for name in ["libpysal", "esda", "geopandas", "numpy"]}},
    "neighbours": neighbours,
    "moran": [moran(draw.normal(0, 1, n).tolist(), neighbours), moran(frame.centroid.x.tolist(), neighbours),
              moran(draw.normal(0, 1, 7).tolist(), islands), moran([1.0, 0, 0, 1, 1, 0, 0], small)],
    "exact": [exact([5.0, 4.1, 4.4, 3.0, 1.0, 0.5, 0.2], small), exact([1.0, 0, 0, 1, 1, 0, 0], small)],
    "rates": [rates(clustered, populations, neighbours), rates(even, populations, neighbours)],
}))
