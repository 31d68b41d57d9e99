import type { Answer, Collector, Task } from "./collector.ts";
import { type PageNote, type Paging, pageRequests, pageSpan } from "./paging.ts";

const HOST = "t.me";

/** Preview pages of public channels, `https://t.me/s/CHANNEL`, back to the first day by `?before=`. */
export const telegram: Collector = {
  obeysRobots: true,
  needs: [],
  redirects: 0,
  hosts: () => [HOST],
  note: pageNote,
  judge,
  requests: (task, held) => pageRequests(task, held, pagingOf(task)),
  span: (task, held) => pageSpan(task, held, pagingOf(task)),
};

function pagingOf({ source }: Task): Paging {
  const base = `https://${HOST}/s/${encodeURIComponent(source.account!)}`;
  return {
    url: (cursor) => (cursor === undefined ? base : `${base}?before=${cursor}`),
    cursor: (url) => new URL(url).searchParams.get("before") ?? undefined,
    step: 1,
  };
}

function judge({ url, body }: Answer) {
  const note = pageNote(url, body);
  // A page behind a cursor may be empty: the posts before it were deleted, or there were none.
  if (note !== undefined) return { keep: true, course: "go" } as const;
  const reason = "found no messages; the channel is empty, private, or has closed its preview";
  return { keep: false, course: "fail", reason } as const;
}

/** Ids and times only, by their attributes. A page behind `?before=N` holds all that there is just below N. */
function pageNote(url: string, body: Buffer): PageNote | undefined {
  const text = body.toString("latin1");
  const ids = [...text.matchAll(/data-post=["'][^"'/\s]{1,64}\/(\d{1,12})["']/gu)].map(([, id]) =>
    Number(id),
  );
  const times = [...text.matchAll(/<time\b[^>]{0,200}?\bdatetime=["']([^"']{10,40})["']/gu)]
    .map(([, time]) => Date.parse(time!))
    .filter((time) => !Number.isNaN(time));
  const before = Number(new URL(url).searchParams.get("before") ?? Number.NaN);
  if (ids.length === 0) {
    const isPreview = /tgme_(?:header|channel|page|widget)/u.test(text);
    return Number.isNaN(before) || !isPreview ? undefined : { first: 1, last: before - 1, posts: 0 };
  }
  const first = Math.min(...ids);
  return {
    first,
    last: Number.isNaN(before) ? Math.max(...ids) : before - 1,
    ...(times.length > 0 && { oldest: Math.min(...times), newest: Math.max(...times) }),
    posts: ids.length,
    ...(first > 1 && { next: String(first) }),
  };
}
