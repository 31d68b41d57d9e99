"""Reference values for the topic model: a corpus of known topics, and what gensim, scikit-learn and SciPy make of it.

python -m venv venv && venv/bin/pip install gensim==4.4.0 scikit-learn==1.9.1 scipy==1.17.1 numpy==2.4.6
venv/bin/python tests/reference/topic-model/make.py > tests/reference/topic-model/topic-model.json
"""

import json
import platform
from importlib.metadata import version

import numpy as np
from gensim.corpora import Dictionary
from gensim.models import CoherenceModel, LdaModel
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.special import gammaln
from sklearn.decomposition import NMF, LatentDirichletAllocation
from sklearn.feature_extraction.text import TfidfTransformer

draw = np.random.default_rng(20261123)
TOPICS, LEMMAS, STORIES, TRAIN = 8, 200, 500, 400
ALPHA, BETA = 0.1, 0.01

truth = np.round(draw.dirichlet(np.full(LEMMAS, 0.05), TOPICS), 6) + 1e-6
truth /= truth.sum(axis=1, keepdims=True)
train = np.zeros((TRAIN, LEMMAS), int)
seen = np.zeros((STORIES - TRAIN, LEMMAS), int)
hidden = np.zeros_like(seen)
for story in range(STORIES):
    shares = draw.dirichlet(np.full(TOPICS, 0.2))
    words = draw.choice(LEMMAS, size=40 + draw.poisson(20), p=shares @ truth)
    if story < TRAIN:
        np.add.at(train[story], words, 1)
    else:
        np.add.at(seen[story - TRAIN], words[::2], 1)
        np.add.at(hidden[story - TRAIN], words[1::2], 1)


def triples(counts):
    return [[int(s), int(w), int(counts[s, w])] for s, w in zip(*counts.nonzero())]


def perplexity(topics):
    """Document completion: shares from `seen` by 100 rounds of EM, perplexity of `hidden`."""
    total = 0.0
    for s in range(len(seen)):
        shares = np.full(TOPICS, 1 / TOPICS)
        for _ in range(100):
            weights = shares[:, None] * topics
            shares = (weights / weights.sum(axis=0) * seen[s]).sum(axis=1) / seen[s].sum()
        total += hidden[s] @ np.log(shares @ topics)
    return float(np.exp(-total / hidden.sum()))


bags = [[(int(w), int(row[w])) for w in row.nonzero()[0]] for row in train]
names = Dictionary([[f"w{w:03d}" for w in range(LEMMAS)]])
bags = [[(names.token2id[f"w{w:03d}"], n) for w, n in bag] for bag in bags]
gensim = LdaModel(bags, id2word=names, num_topics=TOPICS, alpha=ALPHA, eta=BETA, passes=100, random_state=1, dtype=np.float64)
order = [names.token2id[f"w{w:03d}"] for w in range(LEMMAS)]
sklearn = LatentDirichletAllocation(TOPICS, doc_topic_prior=ALPHA, topic_word_prior=BETA, max_iter=300, random_state=1).fit(train)
sk_topics = sklearn.components_ / sklearn.components_.sum(axis=1, keepdims=True)

# NPMI by stories: a window longer than any story makes gensim's sliding window the story.
texts = [[f"w{w:03d}" for w in row.nonzero()[0]] for row in train]
best = np.argsort(-truth, axis=1)[:, :5]
coherence = CoherenceModel(topics=[[f"w{w:03d}" for w in words] for words in best], texts=texts, dictionary=Dictionary(texts),
                           coherence="c_npmi", window_size=10_000, processes=1)

tfidf = TfidfTransformer().fit_transform(csr_matrix(train))
u, s, vt = np.linalg.svd(tfidf.toarray(), full_matrices=False)
w = np.zeros((TRAIN, TOPICS))
h = np.zeros((TOPICS, LEMMAS))
w[:, 0], h[0] = np.sqrt(s[0]) * abs(u[:, 0]), np.sqrt(s[0]) * abs(vt[0])
for k in range(1, TOPICS):
    sides = []
    for sign in (1, -1):
        x, y = np.maximum(0, sign * u[:, k]), np.maximum(0, sign * vt[k])
        sides.append((np.linalg.norm(x) * np.linalg.norm(y), x / np.linalg.norm(x), y / np.linalg.norm(y)))
    size, x, y = max(sides, key=lambda side: side[0])
    w[:, k], h[k] = np.sqrt(s[k] * size) * x, np.sqrt(s[k] * size) * y
w[w < 1e-6] = 0
h[h < 1e-6] = 0


def objective(rounds):
    model = NMF(TOPICS, init="custom", solver="cd", tol=0, max_iter=rounds)
    factor = model.fit_transform(tfidf.toarray(), W=w.copy(), H=h.copy())
    return {"rounds": rounds, "objective": float(((tfidf.toarray() - factor @ model.components_) ** 2).sum() / 2)}


own = NMF(TOPICS, init="nndsvd", solver="cd", tol=0, max_iter=200, random_state=0)
own_factor = own.fit_transform(tfidf)

squares = [draw.random((n, n)).round(3) for n in (1, 2, 3, 8, 30)] + [np.zeros((4, 4)), np.eye(5)[::-1]]
points = [1e-8, 0.01, 0.1, 0.5, 1.5, 2.5, 3.0, 9.99, 10.0, 17.3, 1e3, 1e6, 1e9]

print(json.dumps({
    "made_with": {"python": platform.python_version(),
                  **{name: version(name) for name in ["gensim", "scikit-learn", "scipy", "numpy"]}},
    "topics": TOPICS, "lemmas": LEMMAS, "alpha": ALPHA, "beta": BETA,
    "truth": truth.tolist(), "train": triples(train), "seen": triples(seen), "hidden": triples(hidden),
    "perplexity": {"truth": perplexity(truth), "gensim": perplexity(gensim.get_topics()[:, order]),
                   "sklearn": perplexity(sk_topics)},
    "coherence": {"words": best.tolist(), "npmi": [float(x) for x in coherence.get_coherence_per_topic()]},
    "tfidf": [[int(i), int(j), float(tfidf[i, j])] for i, j in zip(*tfidf[:5].nonzero())],
    "singular_values": s[:TOPICS].tolist(),
    "nmf": {"start": objective(1), "steps": [objective(n) for n in (10, 50, 200)],
            "own_start": float(((tfidf.toarray() - own_factor @ own.components_) ** 2).sum() / 2)},
    "assignment": [{"gain": m.tolist(), "sum": float(m[linear_sum_assignment(m, maximize=True)].sum())} for m in squares],
    "log_gamma": [[x, float(gammaln(x))] for x in points],
}))
