"""Reference values for words: G², log ratio, DP, co-occurrence and NPMI coherence.

python -m venv venv && venv/bin/pip install scipy==1.17.1 gensim==4.4.0 nltk mpmath
venv/bin/python tests/reference/words/make.py > tests/reference/words/python.json
"""

import json
import platform
from importlib.metadata import version

import mpmath as mp
import numpy as np
from gensim.corpora import Dictionary
from gensim.models.coherencemodel import CoherenceModel
from gensim.models.phrases import npmi_scorer
from nltk.metrics.association import BigramAssocMeasures
from scipy.spatial.distance import cityblock
from scipy.stats import chi2_contingency

draw = np.random.default_rng(20261123)
mp.mp.dps = 50


def keyness(k1, n1, k2, n2):
    cells = [[k1, k2], [n1 - k1, n2 - k2]]
    out = {"counts": [k1, n1, k2, n2], "scipy": float(chi2_contingency(cells, correction=False, lambda_="log-likelihood").statistic)}
    # The definition in 50 digits; Williams' q in its general form for an r by c table.
    cells = mp.matrix(cells)
    n = mp.mpf(n1 + n2)
    rows = [cells[r, 0] + cells[r, 1] for r in range(2)]
    columns = [cells[0, c] + cells[1, c] for c in range(2)]
    g2 = 2 * sum(cells[r, c] * mp.log(cells[r, c] * n / rows[r] / columns[c])
                 for r in range(2) for c in range(2) if cells[r, c] > 0)
    q = 1 + (n * sum(1 / r for r in rows) - 1) * (n * sum(1 / c for c in columns) - 1) / (6 * n * (2 - 1) * (2 - 1))
    return out | {"uncorrected": float(g2), "g2": float(g2 / q), "log": float(mp.log(mp.erfc(mp.sqrt(g2 / q / 2))))}


def dispersion(counts, sizes):
    v, s = np.array(counts) / np.sum(counts), np.array(sizes) / np.sum(sizes)
    dp = cityblock(v, s) / 2
    return {"counts": counts, "sizes": sizes, "dp": float(dp), "dp_norm": float(dp / (1 - s.min()))}


def together(both, first, second, every):
    return {"counts": [both, first, second, every],
            "log_dice": float(14 + np.log2(BigramAssocMeasures.dice(both, (first, second), every))),
            "pmi": float(BigramAssocMeasures.pmi(both, (first, second), every)),
            "npmi": float(npmi_scorer(first, second, both, 0, 0, every))}


# No word twice in a text: gensim's sliding window forgets a word that leaves it even if it is there again. Its number of
# windows leaves out those with no word of any topic, so the last topic has all words.
chances = 1 / np.arange(1, 61)
texts = [[str(w) for w in draw.choice(60, draw.integers(1, 40), replace=False, p=chances / chances.sum())] for _ in range(300)]
dictionary = Dictionary(texts)
topics = [["1", "2", "3", "4"], ["5", "9", "11", "7", "6"], ["1", "29"], ["0", "8", "13"]]
topics.append(sorted(dictionary.token2id, key=int))


def coherence(window):
    model = CoherenceModel(topics=topics, texts=texts, dictionary=dictionary, coherence="c_npmi", window_size=window,
                           topn=99, processes=1)
    return {"window": window, "topics": [float(v) for v in model.get_coherence_per_topic()]}


sizes = draw.integers(50, 3000, 40).tolist()
print(json.dumps({
    "made_with": {"python": platform.python_version(), **{name: version(name) for name in ["scipy", "gensim", "nltk", "mpmath"]}},
    "keyness": [keyness(*c) for c in [(10, 1000, 3, 2000), (0, 500, 7, 600), (5, 5, 1, 90), (100, 100000, 100, 100000),
                                      (1001, 1000000, 1000, 1000000), (90000, 1000000, 40, 1200000), (1, 2, 1, 2000),
                                      (1700, 3000, 60, 2900), (520, 1000000, 0, 900000)]],
    "dispersion": [dispersion([1, 2, 3], [10, 20, 30]), dispersion([0, 0, 9], [100, 100, 100]),
                   dispersion([0, 5], [1000, 10]), dispersion(draw.poisson(3, 40).tolist(), sizes)],
    "together": [together(*c) for c in [(10, 30, 40, 1000), (1, 5000, 3, 100000), (7, 7, 7, 90), (750, 900, 800, 1000)]],
    "texts": [[int(w) for w in text] for text in texts], "topics": [[int(w) for w in topic] for topic in topics],
    "coherence": [coherence(10), coherence(3), coherence(100)],
}))
