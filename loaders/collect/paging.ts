import type { Held } from "./archive.ts";
import type { Entry } from "./cdxj.ts";
import type { PageRequest, Received, Span, Task } from "./collector.ts";

/** What is known of one page of posts, newest first in time: where it lies, and what leads on. */
export interface PageNote {
  /** Lowest and highest position: message ids, or seconds since 1970 where the platform counts by time. */
  readonly first: number;
  readonly last: number;
  /** Milliseconds since 1970 UTC of the oldest and newest post; absent on a page without posts. */
  readonly oldest?: number;
  readonly newest?: number;
  readonly posts: number;
  /** Leads to the posts before these; absent where there are none. */
  readonly next?: string;
}

/** How a platform pages. */
export interface Paging {
  /** The newest page, or the one that a cursor leads to. */
  url(cursor?: string): string;
  /** The reverse: undefined for the newest page. */
  cursor(url: string): string | undefined;
  /** Largest distance of positions between which nothing can lie: 1 for ids, 0 for times. */
  readonly step: 0 | 1;
}

/** Pages that follow one another without a hole. */
interface Chain extends Omit<PageNote, "posts"> {
  /** Offset and file of the newest page. */
  readonly top: Entry;
}

/**
 * Asks for the newest page, then goes down: past what is held already, through the holes that killed or limited
 * runs have left, to the first post or the source's first day.
 */
export function* pageRequests(
  task: Task,
  held: Held,
  paging: Paging,
): Generator<PageRequest, string | undefined, Received> {
  const top = yield { url: paging.url() };
  if (top.kind === "absent") return top.reason;
  const chains = chainsOf(held.all(), paging);
  let here = chains.find((chain) => chain.top.id === top.entry.id);
  if (here === undefined) return undefined;
  for (;;) {
    here = joined(here, chains, paging.step);
    if (here.next === undefined || (here.oldest ?? Number.POSITIVE_INFINITY) < task.from) return undefined;
    const page = yield { url: paging.url(here.next) };
    if (page.kind === "absent") return page.reason;
    const below = page.entry.note as PageNote | undefined;
    if (below === undefined) return undefined;
    if (below.posts > 0 && below.first >= here.first && below.next !== undefined)
      return `found the same posts again behind ${here.next}, expected earlier ones`;
    here = lengthened(here, below);
  }
}

/** First and last day without a hole between, and the holes. */
export function pageSpan(task: Task, held: Held, paging: Paging): Span {
  const chains = chainsOf(held.all(), paging).sort((one, other) => other.last - one.last);
  const gaps: string[] = [];
  let upper: Chain | undefined;
  for (const chain of chains) {
    if (upper === undefined) upper = joined(chain, chains, paging.step);
    if (chain.first >= upper.first) continue;
    gaps.push(`posts between ${dayOf(chain.newest)} and ${dayOf(upper.oldest)}`);
    upper = joined(chain, chains, paging.step);
  }
  const oldest = upper?.oldest;
  if (upper?.next !== undefined && (oldest ?? 0) >= task.from) {
    gaps.push(`posts from ${task.since} to ${dayOf(oldest)}`);
  }
  const newest = chains[0]?.newest;
  return {
    ...(oldest !== undefined && { first: dayOf(oldest) }),
    ...(newest !== undefined && { last: dayOf(newest) }),
    gaps,
  };
}

/** `entries` in the order in which they were kept: a page goes on the chain whose cursor led to it. */
function chainsOf(entries: readonly Entry[], paging: Paging): Chain[] {
  const chains: Chain[] = [];
  for (const entry of entries) {
    const note = entry.note as PageNote | undefined;
    if (note === undefined) continue;
    const cursor = paging.cursor(entry.url);
    const at = cursor === undefined ? -1 : chains.findLastIndex(({ next }) => next === cursor);
    if (at < 0) chains.push({ ...note, top: entry });
    else chains[at] = lengthened(chains[at]!, note);
  }
  return chains;
}

function lengthened(chain: Chain, below: Pick<PageNote, "first" | "oldest" | "next">): Chain {
  const oldest = below.oldest ?? chain.oldest;
  return {
    top: chain.top,
    first: Math.min(chain.first, below.first),
    last: chain.last,
    ...(chain.newest !== undefined && { newest: chain.newest }),
    ...(oldest !== undefined && { oldest }),
    ...(below.next !== undefined && { next: below.next }),
  };
}

/** A chain with all below it that it touches. */
function joined(chain: Chain, chains: readonly Chain[], step: number): Chain {
  let here = chain;
  for (;;) {
    const below = chains.find(({ first, last }) => last >= here.first - step && first < here.first);
    if (below === undefined) return here;
    here = lengthened(here, below);
  }
}

function dayOf(time: number | undefined): string {
  return time === undefined ? "an unknown day" : new Date(time).toISOString().slice(0, 10);
}

/** A note of posts that have positions and times, in milliseconds; undefined where there are none. */
export function noteOf(
  posts: readonly { readonly position: number; readonly time: number }[],
  next: string | undefined,
): PageNote | undefined {
  const known = posts.filter(({ position, time }) => Number.isFinite(position) && Number.isFinite(time));
  if (known.length === 0) return undefined;
  const positions = known.map(({ position }) => position);
  const times = known.map(({ time }) => time);
  return {
    first: Math.min(...positions),
    last: Math.max(...positions),
    oldest: Math.min(...times),
    newest: Math.max(...times),
    posts: posts.length,
    ...(next !== undefined && { next }),
  };
}
