"""One pass of gensim's LdaModel over a corpus file of tests/bench/topic-model.ts: prints seconds of processor time
and of the clock of each pass.

The file: int32 stories, lemmas, topics, entries; then starts, lemmas and counts of the entries.
"""

import sys
import time

import numpy as np
from gensim.models import LdaModel
from scipy.sparse import csr_matrix

data = np.fromfile(sys.argv[1], dtype=np.int32)
stories, lemmas, topics, entries = (int(x) for x in data[:4])
starts, rest = data[4 : 5 + stories], data[5 + stories :]
counts = csr_matrix((rest[entries:], rest[:entries], starts), shape=(stories, lemmas))
bags = [list(zip(counts.indices[a:b].tolist(), counts.data[a:b].tolist())) for a, b in zip(starts, starts[1:])]
model = LdaModel(num_topics=topics, id2word={i: str(i) for i in range(lemmas)}, alpha=0.1, eta=0.01,
                 random_state=1, eval_every=None)
for _ in range(int(sys.argv[2])):
    begun, used = time.perf_counter(), time.process_time()
    model.update(bags)
    print(time.process_time() - used, time.perf_counter() - begun, flush=True)
