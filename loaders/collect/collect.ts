import { join } from "node:path";
import type { Study } from "../study/study.ts";
import { type Clock, systemClock } from "./clock.ts";
import { collectSource, type Surroundings } from "./collect-source.ts";
import type { Task } from "./collector.ts";
import { collectors } from "./collectors.ts";
import { type Connector, publicConnector } from "./connect.ts";
import { defaultLimits, type Limits } from "./exchange.ts";
import { HostTurns } from "./host-turns.ts";
import { PRODUCT, Robots } from "./robots.ts";
import type { SourceReport } from "./source-report.ts";
import type { Fields } from "./warc-record.ts";

export interface CollectOptions {
  readonly home: string;
  readonly study: Pick<Study, "id" | "contact" | "collect">;
  readonly tasks: readonly Task[];
  /** Most requests a source. */
  readonly limit?: number;
  /** Told of each source's state after each request, and at its end. */
  readonly progress: (line: string, isEnd: boolean) => void;
  readonly connect?: Connector;
  readonly clock?: Clock;
  readonly limits?: Limits;
  readonly segmentBytes?: number;
  /** Milliseconds between requests to one host, in place of the register's. */
  readonly delay?: number;
}

/** Hosts that are asked at the same time. */
const AT_ONCE = 6;

/**
 * Collects sources: those of different hosts at the same time, those of one host in turn. A source that fails or waits
 * stops no other.
 */
export async function collect(options: CollectOptions): Promise<SourceReport[]> {
  const { home, study, tasks, clock = systemClock } = options;
  const userAgent = `${PRODUCT}/0.1 (listening study ${study.id}; contact: ${study.contact})`;
  const about: Fields = [
    ["software", `${PRODUCT} 0.1`],
    ["operator", study.contact],
    ["isPartOf", study.id],
    ["robots", "obeyed (RFC 9309); APIs by key have terms of their own"],
    ["http-header-user-agent", userAgent],
  ];
  const around: Surroundings = {
    home,
    connect: options.connect ?? publicConnector(study.collect?.privateHosts ?? []),
    clock,
    limits: options.limits ?? defaultLimits,
    turns: new HostTurns(options.delay ?? (study.collect?.delay ?? 2) * 1000, clock),
    robots: new Robots(join(home, "raw/robots"), clock, about),
    userAgent,
    about,
    ...(options.segmentBytes !== undefined && { segmentBytes: options.segmentBytes }),
    ...(options.limit !== undefined && { limit: options.limit }),
    onProgress: (id, requested, fresh, unchanged) =>
      options.progress(`${id}: ${requested} requested, ${fresh} new, ${unchanged} unchanged`, false),
  };
  const reports = new Map<Task, SourceReport>();
  const queues = [...byHost(tasks).values()];
  const worker = async () => {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift())
      for (const task of queue) reports.set(task, await settled(task, around, options));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return tasks.map((task) => reports.get(task)!);
}

async function settled(task: Task, around: Surroundings, options: CollectOptions): Promise<SourceReport> {
  const { id, collector } = task.source;
  let report: SourceReport;
  try {
    report = await collectSource(task, collectors[collector], around);
  } catch (error) {
    // A full disk, a damaged index: the other sources may do better.
    const reason = (error as Error).message;
    const counts = { requested: 0, fresh: 0, unchanged: 0, refused: 0, gone: 0 };
    report = { id, state: "failed", reason, ...counts, failures: {}, span: { gaps: [] } };
  }
  const { state, requested, fresh, unchanged } = report;
  options.progress(`${id}: ${state}, ${requested} requested, ${fresh} new, ${unchanged} unchanged`, true);
  return report;
}

function byHost(tasks: readonly Task[]): Map<string, Task[]> {
  const hosts = new Map<string, Task[]>();
  for (const task of tasks) {
    const host = collectors[task.source.collector].hosts(task)[0] ?? "";
    const queue = hosts.get(host);
    if (queue === undefined) hosts.set(host, [task]);
    else queue.push(task);
  }
  return hosts;
}
