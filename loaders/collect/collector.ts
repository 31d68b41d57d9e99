import type { CollectSource } from "../study/collecting.ts";
import type { Held } from "./archive.ts";
import type { Entry } from "./cdxj.ts";

/** A source of the register, made ready: one account or address, and from when to when. */
export interface Task {
  readonly source: Pick<CollectSource, "id" | "collector" | "account" | "url" | "hosts" | "capture">;
  /** ISO date. */
  readonly since: string;
  /** Milliseconds since 1970 UTC: nothing before the first matters, nothing after the second; both with a margin for any time zone. */
  readonly from: number;
  readonly to: number;
  /** Values of the environment that the collector names. */
  readonly settings: Readonly<Record<string, string>>;
}

/** An address to ask for. `REDACTED` in it stands for the key. */
export interface PageRequest {
  readonly url: string;
  /** Content types that are worth reading; all where absent. */
  readonly accepts?: RegExp;
}

/** What came of a request. */
export type Received =
  | {
      /** `unchanged`: the page is the one that was held before. */
      readonly kind: "new" | "unchanged";
      /** The content that is now held. */
      readonly entry: Entry;
      readonly body: () => Buffer;
    }
  | { readonly kind: "absent"; readonly reason: string };

/** What an answer means beside being a page. */
export interface Verdict {
  /** Whether it is a page to keep. */
  readonly keep: boolean;
  /** `again`: the same request may do in a moment; `wait`: the source waits for someone, or for a later run. */
  readonly course: "go" | "again" | "wait" | "fail";
  readonly reason?: string;
}

/** What is held of a source, in days. */
export interface Span {
  /** ISO dates, UTC. */
  readonly first?: string;
  readonly last?: string;
  /** In words, one each. */
  readonly gaps: readonly string[];
}

/** A collector asks; it never parses posts, and reads of a page only what leads to the next. */
export interface Collector {
  /** Whether it asks a site as a crawler does, so that robots.txt applies; an API by key has terms of its own. */
  readonly obeysRobots: boolean;
  /** Variables of the environment that it needs; the first is the key. */
  readonly needs: readonly string[];
  /** Where a request may be redirected; none by default. */
  readonly redirects: number;
  /** Hosts that it may reach. */
  hosts(task: Task): string[];
  /** What the index keeps of a page. */
  note?(url: string, body: Buffer): unknown;
  /** Looks at an answer of status 200, or of any status of an API. */
  judge?(answer: Answer): Verdict;
  /**
   * Asks for page after page, given what the archive holds. Ends where there is nothing more to ask; a text says why
   * it had to end early.
   */
  requests(task: Task, held: Held): Generator<PageRequest, string | undefined, Received>;
  /** The request with which a run begins or goes on, as far as the archive tells. */
  span(task: Task, held: Held): Span;
}

export interface Answer {
  readonly url: string;
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** Without content coding. */
  readonly body: Buffer;
}
