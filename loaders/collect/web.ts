import type { Held } from "./archive.ts";
import { timeOf } from "./cdxj.ts";
import type { Collector, PageRequest, Received, Span, Task } from "./collector.ts";
import { type ListedPage, type PageList, readPageList } from "./page-list.ts";

/** Lists of one source: enough for the largest site, and an end to a list that lists itself. */
const MAX_LISTS = 1000;
/** Bytes that a gzipped sitemap may unfold to. */
const UNFOLDED_BYTES = 1 << 26;
const PAGE_TYPES = /html|xml|json|text\/plain/iu;
/** Files that are no pages, by the end of their path. */
const NO_PAGE =
  /\.(?:jpe?g|png|gif|webp|svg|ico|pdf|docx?|xlsx?|pptx?|zip|rar|7z|mp3|mp4|m4a|mov|avi|webm|css|js)$/iu;

/**
 * A site by one list of its pages (feed, sitemap, index of sitemaps, or a page that links its feed), and the pages
 * that stand there: those dated within the study's window, and those without a date.
 */
export const web: Collector = {
  obeysRobots: true,
  needs: [],
  redirects: 5,
  hosts: ({ source }) => [...new Set([...withAndWithoutWww(source.url), ...(source.hosts ?? [])])],
  requests,
  span,
};

function withAndWithoutWww(address: string | undefined): string[] {
  if (address === undefined) return [];
  const { hostname } = new URL(address);
  const bare = hostname.replace(/^www\./u, "");
  return [bare, `www.${bare}`];
}

function* requests(task: Task, held: Held): Generator<PageRequest, string | undefined, Received> {
  const entry = task.source.url!;
  const hosts = web.hosts(task);
  const seen = new Set<string>([entry]);
  const asked = new Set<string>();
  const lists: { list: ListedPage; ask: boolean }[] = [{ list: { url: entry }, ask: true }];
  for (let position = 0; position < lists.length && position < MAX_LISTS; position += 1) {
    const { list, ask } = lists[position]!;
    const known = held.content(list.url);
    const isFresh =
      known !== undefined &&
      (!ask || (list.changed !== undefined && isUnchangedSince(list.changed, known.time)));
    let body: Buffer;
    let isNew = false;
    if (isFresh) body = held.body(known);
    else {
      const received = yield { url: list.url, accepts: LIST_TYPES };
      if (received.kind === "absent") {
        if (position === 0) return received.reason;
        continue;
      }
      isNew = received.kind === "new";
      body = received.body();
    }
    const found = readPageList(body, list.url, UNFOLDED_BYTES);
    if (typeof found === "string" || found === undefined) {
      if (position === 0) return found ?? "found neither a feed nor a sitemap nor a page that links one";
      continue;
    }
    for (const further of found.lists) {
      if (seen.has(further.url) || !leadsOn(found, further, task)) continue;
      seen.add(further.url);
      // What hangs on an unchanged list has not changed either.
      lists.push({ list: further, ask: isNew });
    }
    if (found.kind === "page" && found.lists.length === 0 && position === 0)
      return "found a page that links no feed; name a feed or a sitemap as url";
    for (const page of found.pages) {
      if (asked.has(page.url) || !isWanted(page, task, hosts) || !isDue(page, held)) continue;
      asked.add(page.url);
      yield { url: page.url, accepts: PAGE_TYPES };
    }
  }
  return undefined;
}

const LIST_TYPES = /xml|rss|atom|json|html|text|gzip|octet-stream/iu;

/** A sitemap that was last changed before the first day holds nothing younger; a feed's next part is older than it. */
function leadsOn(list: PageList, further: ListedPage, task: Task): boolean {
  if (list.kind === "index") return further.changed === undefined || further.changed >= task.from;
  if (list.kind !== "feed") return true;
  return list.pages.some(({ published, changed }) => (published ?? changed ?? task.from) >= task.from);
}

function isWanted(page: ListedPage, task: Task, hosts: readonly string[]): boolean {
  const { hostname, pathname } = new URL(page.url);
  if (!hosts.includes(hostname) || NO_PAGE.test(pathname)) return false;
  // What was last changed before the first day was published before it; the reverse says nothing.
  if ((page.changed ?? task.from) < task.from) return false;
  return page.published === undefined || (page.published >= task.from && page.published <= task.to);
}

/** Not held, or changed since; what is gone or was found to be no page is not asked for again. */
function isDue(page: ListedPage, held: Held): boolean {
  const known = held.content(page.url);
  if (known !== undefined) return !isUnchangedSince(page.changed, known.time);
  const status = held.visit(page.url)?.status;
  return status !== 404 && status !== 410;
}

/** Whether what was kept at `time` is as young as the list says; a list that says nothing is believed. */
function isUnchangedSince(changed: number | undefined, time: string): boolean {
  return changed === undefined || changed <= timeOf(time);
}

/** First and last date that the lists give of pages that are held; how many they name that are not. */
function span(task: Task, held: Held): Span {
  const hosts = web.hosts(task);
  const dates: number[] = [];
  const missing = new Set<string>();
  for (const url of new Set([task.source.url!, ...held.all().map((entry) => entry.url)])) {
    const entry = held.content(url);
    if (entry === undefined || !LISTS.test(entry.mime)) continue;
    const list = readPageList(held.body(entry), url, UNFOLDED_BYTES);
    if (list === undefined || typeof list === "string") continue;
    for (const page of list.pages) {
      if (!isWanted(page, task, hosts)) continue;
      if (held.content(page.url) === undefined) missing.add(page.url);
      else if (page.published !== undefined || page.changed !== undefined)
        dates.push((page.published ?? page.changed)!);
    }
  }
  const gaps = missing.size === 0 ? [] : [`${missing.size} listed pages not held`];
  if (dates.length === 0) return { gaps };
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  return {
    first: day(dates.reduce((one, other) => Math.min(one, other))),
    last: day(dates.reduce((one, other) => Math.max(one, other))),
    gaps,
  };
}

/** Types of lists; a page that is HTML lists none. */
const LISTS = /xml|rss|atom|json|gzip|octet-stream|text\/plain/iu;
