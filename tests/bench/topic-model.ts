/**
 * A sweep of the topic model against a pass of gensim's LdaModel over the same corpus, in turns: `npm run bench --
 * topic-model`. TYNDAU_PYTHON names a Python with gensim, python3 if it is not set; where that has none the part is
 * skipped and says so. Both are given in seconds of processor time of one thread, which other work on the machine changes
 * less than seconds of the clock; those stand beside.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seeded } from "../../loaders/random.ts";
import { GibbsSampler } from "../../loaders/statistics/topic-model/gibbs.ts";
import { nmf } from "../../loaders/statistics/topic-model/nmf.ts";
import type { TermMatrix } from "../../loaders/statistics/topic-model/term-matrix.ts";
import { tfIdf } from "../../loaders/statistics/topic-model/tf-idf.ts";

const stories = 100_000;
const lemmas = 20_000;
const topics = 30;
const rounds = 2;

for (const length of [25, 50]) {
  const matrix = madeUp(length);
  const sampler = new GibbsSampler(matrix, { topics, alpha: 0.1, beta: 0.01, seed: 1 });
  const millions = (sampler.words / 1e6).toFixed(1);
  console.log(`\n${stories} stories, ${lemmas} lemmas, ${millions} million words, ${topics} topics`);
  const first = sweeps(sampler, 10);
  const gensim = gensimPasses(matrix);
  const later = sweeps(sampler, 10);
  console.log(
    `sweep: median ${median(first.map(cpu))} s before, ${median(later.map(cpu))} s after; of the clock ${median([...first, ...later].map(clock))} s, least ${Math.min(...[...first, ...later].map(clock)).toFixed(3)} s`,
  );
  if (gensim !== null) {
    console.log(
      `gensim pass: median ${median(gensim.map(cpu))} s; of the clock ${median(gensim.map(clock))} s`,
    );
    const ratio = Number(median(gensim.map(cpu))) / Number(median([...first, ...later].map(cpu)));
    console.log(`ratio: a pass takes ${ratio.toFixed(0)} times as long as a sweep`);
  }
}

const small = madeUp(25, 10_000);
const begun = performance.now();
const { objectives } = nmf(tfIdf(small), topics);
console.log(
  `\nNMF, 10000 stories: ${seconds(performance.now() - begun)} s, ${objectives.length} rounds with its start`,
);

/** Stories of two themes each; within a theme a lemma is as frequent as its rank allows (Zipf). */
function madeUp(length: number, count = stories): TermMatrix {
  const random = seeded(1, "bench");
  const cumulative = new Float64Array(lemmas);
  let sum = 0;
  for (let rank = 0; rank < lemmas; rank++) cumulative[rank] = sum += 1 / (rank + 10);
  const shift = Array.from({ length: topics }, () => Math.floor(random() * lemmas));
  const starts = new Int32Array(count + 1);
  const lemma: number[] = [];
  const times: number[] = [];
  for (let story = 0; story < count; story++) {
    const [one, other] = [pick(shift), pick(shift)];
    const held = new Map<number, number>();
    for (let word = 0; word < length; word++) {
      const number = (rankAt(random() * sum) + (random() < 0.6 ? one : other)) % lemmas;
      held.set(number, (held.get(number) ?? 0) + 1);
    }
    for (const [number, n] of [...held].sort((a, b) => a[0] - b[0])) {
      lemma.push(number);
      times.push(n);
    }
    starts[story + 1] = lemma.length;
  }
  return {
    stories: Array.from({ length: count }, (_, story) => String(story)),
    lemmas: Array.from({ length: lemmas }, (_, number) => String(number)),
    starts,
    lemma: Int32Array.from(lemma),
    count: Int32Array.from(times),
  };

  function pick(list: readonly number[]): number {
    return list[Math.floor(random() * list.length)]!;
  }

  function rankAt(point: number): number {
    let [low, high] = [0, lemmas - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! < point) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Seconds of processor time and of the clock. */
interface Spent {
  readonly cpu: number;
  readonly clock: number;
}

function cpu(spent: Spent): number {
  return spent.cpu;
}

function clock(spent: Spent): number {
  return spent.clock;
}

function sweeps(sampler: GibbsSampler, count: number): Spent[] {
  return Array.from({ length: count }, () => {
    const [started, used] = [performance.now(), process.cpuUsage()];
    sampler.sweep();
    const { user, system } = process.cpuUsage(used);
    return { cpu: (user + system) / 1e6, clock: (performance.now() - started) / 1000 };
  });
}

/** What each pass took; null where there is no Python with gensim. */
function gensimPasses(matrix: TermMatrix): Spent[] | null {
  const python = process.env.TYNDAU_PYTHON ?? "python3";
  if (spawnSync(python, ["-c", "import gensim"]).status !== 0) {
    console.log("gensim: skipped, neither TYNDAU_PYTHON nor python3 is a Python with gensim");
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), "topic-model-"));
  try {
    const file = join(folder, "corpus");
    const head = Int32Array.of(matrix.stories.length, lemmas, topics, matrix.lemma.length);
    writeFileSync(
      file,
      Buffer.concat(
        [head, matrix.starts, matrix.lemma, matrix.count].map((part) => Buffer.from(part.buffer)),
      ),
    );
    const { status, stdout, stderr } = spawnSync(
      python,
      ["tests/bench/topic-model.py", file, String(rounds)],
      { encoding: "utf8", env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" } },
    );
    if (status !== 0)
      throw new Error(`found that ${python} failed, expected seconds of each pass: ${stderr}`);
    return stdout
      .trim()
      .split("\n")
      .map((line) => line.split(" ").map(Number))
      .map(([cpuSeconds, clockSeconds]) => ({ cpu: cpuSeconds!, clock: clockSeconds! }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function median(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!.toFixed(3);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
