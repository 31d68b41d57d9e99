import { join } from "node:path";
import { collectedFolder } from "../study/captured-files.ts";
import { Archive } from "./archive.ts";
import type { Clock } from "./clock.ts";
import type { Collector, PageRequest, Received, Task } from "./collector.ts";
import type { Connector } from "./connect.ts";
import type { Exchange, Limits } from "./exchange.ts";
import type { HostTurns } from "./host-turns.ts";
import type { Robots } from "./robots.ts";
import type { SourceReport } from "./source-report.ts";
import { hidden, type StoredExchange, storedExchange } from "./stored-exchange.ts";
import { unfold } from "./unfold.ts";
import { visit } from "./visit.ts";
import type { Fields } from "./warc-record.ts";

/** What collecting needs of the world around it. */
export interface Surroundings {
  /** The study's home. */
  readonly home: string;
  readonly connect: Connector;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly turns: HostTurns;
  readonly robots: Robots;
  readonly userAgent: string;
  readonly about: Fields;
  readonly segmentBytes?: number;
  /** Most requests a source in this run. */
  readonly limit?: number;
  /** Told after each request. */
  readonly onProgress: (id: string, requested: number, fresh: number, unchanged: number) => void;
}

/** Pages in a row that fail because the host does not answer, after which a source is given up for this run. */
const DEAD_AFTER = 3;
/** Tries of a request of which a platform says that it came too fast. */
const TRIES = 3;
const AGAIN_MS = 1_500;
const ABOUT_KEYS = "keys and tokens are replaced by REDACTED in addresses, requests and answers";

type End = Pick<SourceReport, "state" | "reason">;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Collects one source from where its archive stands to its end, a limit or a trouble. Never throws for what the
 * network or a platform does.
 */
export async function collectSource(
  task: Task,
  collector: Collector,
  around: Surroundings,
): Promise<SourceReport> {
  const { id } = task.source;
  const archive = openArchive(task, collector, around.home, around);
  const counts = { requested: 0, fresh: 0, unchanged: 0, refused: 0, gone: 0 };
  const failures: Mutable<SourceReport["failures"]> = {};
  const missing = collector.needs.filter((name) => task.settings[name] === undefined);
  let end: End = { state: "done" };
  if (missing.length > 0)
    end = { state: "waits", reason: `needs ${missing.join(" and ")} in the environment` };
  else {
    const asker = new Asker(task, collector, archive, around, counts, failures);
    const requests = collector.requests(task, archive);
    let next = requests.next();
    while (next.done !== true) {
      if (around.limit !== undefined && counts.requested >= around.limit) {
        end = { state: "stopped", reason: `at the limit of ${around.limit} requests; run again to go on` };
        break;
      }
      const received = await asker.ask(next.value);
      around.onProgress(id, counts.requested, counts.fresh, counts.unchanged);
      if ("state" in received) {
        end = received;
        break;
      }
      next = requests.next(received);
    }
    if (next.done === true && next.value !== undefined) end = { state: "failed", reason: next.value };
  }
  archive.close();
  return { id, ...end, ...counts, failures, span: collector.span(task, archive) };
}

/** The first request that a run would make, without making it. */
export function firstRequest(task: Task, collector: Collector): PageRequest | string {
  const missing = collector.needs.filter((name) => task.settings[name] === undefined);
  if (missing.length > 0) return `waits: needs ${missing.join(" and ")} in the environment`;
  const nothing = {
    content: () => undefined,
    visit: () => undefined,
    all: () => [],
    body: () => Buffer.alloc(0),
  };
  const first = collector.requests(task, nothing).next();
  return first.done === true ? (first.value ?? "nothing to ask") : first.value;
}

export function openArchive(
  task: Task,
  collector: Collector,
  home: string,
  around: Pick<Surroundings, "limits" | "about" | "clock" | "segmentBytes">,
): Archive {
  const { id } = task.source;
  return new Archive({
    folder: join(home, collectedFolder(id)),
    id,
    ...(collector.note !== undefined && { note: collector.note }),
    ...(around.segmentBytes !== undefined && { segmentBytes: around.segmentBytes }),
    unfoldedBytes: around.limits.unfoldedBytes,
    about: [
      ...around.about,
      ...(collector.needs.length > 0 ? ([["description", ABOUT_KEYS]] as Fields) : []),
    ],
    now: around.clock.now,
  });
}

/** Makes the requests of one source and keeps what comes. */
class Asker {
  #dead = 0;

  constructor(
    readonly task: Task,
    readonly collector: Collector,
    readonly archive: Archive,
    readonly around: Surroundings,
    readonly counts: { requested: number; fresh: number; unchanged: number; refused: number; gone: number },
    readonly failures: Record<string, number>,
  ) {}

  async ask(request: PageRequest): Promise<Received | End> {
    for (let tried = 1; ; tried += 1) {
      const came = await this.#once(request);
      if (came !== "again") return came;
      if (tried === TRIES) return this.#failed(`the platform refused ${TRIES} times`, false);
      await this.around.clock.sleep(AGAIN_MS * tried);
    }
  }

  async #once(request: PageRequest): Promise<Received | End | "again"> {
    const { task, collector, around, archive, counts } = this;
    const key = this.#key;
    const rules = {
      ...around,
      hosts: collector.hosts(task),
      redirects: collector.redirects,
      onRequest: () => {
        counts.requested += 1;
      },
    };
    const came = await visit(request.url, {
      ...rules,
      ...(key !== undefined && { key }),
      ...(request.accepts !== undefined && { accepts: request.accepts }),
      robots: async (url) =>
        collector.obeysRobots ? around.robots.ask(url, rules) : { allows: true, delay: 0 },
      validators: (url) => {
        const held = archive.content(url);
        return held?.url === url ? held : {};
      },
    });
    if (came.kind === "robots") {
      counts.refused += 1;
      return { kind: "absent", reason: came.reason };
    }
    const stored = came.exchanges.map((exchange) =>
      storedExchange(exchange, key, around.limits.unfoldedBytes),
    );
    const last = stored.at(-1);
    for (const redirect of stored.slice(0, -1)) archive.keepVisit(redirect);
    if (came.kind !== "answered") {
      if (last !== undefined) archive.keepVisit(last);
      const reason = this.#told(came.reason);
      return came.kind === "waits" ? { state: "waits", reason } : this.#failed(reason, came.isDead);
    }
    this.#dead = 0;
    return this.#settle(came.exchanges.at(-1)!, last!);
  }

  #settle(answer: Exchange, stored: StoredExchange): Received | End | "again" {
    const { collector, archive, counts, around } = this;
    const held = archive.content(stored.url);
    if (answer.status === 304 && held !== undefined) return this.#unchanged(stored, held, true);
    const { headers, status } = answer;
    const body = unfold(answer.body, headers.get("content-encoding") ?? "", around.limits.unfoldedBytes);
    if (typeof body === "string") return this.#failed(body, false);
    const isApi = !collector.obeysRobots;
    const verdict =
      status === 200 || isApi
        ? collector.judge?.({ url: stored.url, status, headers, body })
        : ({ keep: false, course: "fail", reason: `found HTTP status ${status}` } as const);
    if (verdict?.keep === false) {
      archive.keepVisit(stored);
      const reason = this.#told(verdict.reason ?? "refused");
      if (verdict.course === "again") return "again";
      if (verdict.course === "wait") return { state: "waits", reason };
      if (!isApi && (status === 404 || status === 410)) {
        counts.gone += 1;
        return { kind: "absent", reason };
      }
      return this.#failed(reason, false);
    }
    const received =
      held?.url === stored.url && held.digest === archive.digest(stored.payload)
        ? this.#unchanged(stored, held, false)
        : this.#kept(stored);
    // The page is held: the next run goes on behind it.
    if (verdict?.course === "wait")
      return { state: "waits", reason: verdict.reason ?? "the platform's allowance" };
    return received;
  }

  get #key(): string | undefined {
    const [name] = this.collector.needs;
    return name === undefined ? undefined : this.task.settings[name];
  }

  /** A platform may repeat the key in what it says of it. */
  #told(reason: string): string {
    return this.#key === undefined ? reason : hidden(reason, this.#key);
  }

  #kept(stored: StoredExchange): Received {
    const entry = this.archive.keep(stored);
    this.counts.fresh += 1;
    return { kind: "new", entry, body: () => this.archive.body(entry) };
  }

  #unchanged(stored: StoredExchange, held: Parameters<Archive["body"]>[0], isNotModified: boolean): Received {
    this.archive.keepUnchanged(stored, held, isNotModified);
    this.counts.unchanged += 1;
    return { kind: "unchanged", entry: held, body: () => this.archive.body(held) };
  }

  #failed(reason: string, isDead: boolean): Received | End {
    this.failures[reason] = (this.failures[reason] ?? 0) + 1;
    this.#dead = isDead ? this.#dead + 1 : 0;
    if (this.#dead >= DEAD_AFTER)
      return {
        state: "failed",
        reason: `${DEAD_AFTER} requests in a row without an answer; the rest is left for another run`,
      };
    return { kind: "absent", reason };
  }
}
