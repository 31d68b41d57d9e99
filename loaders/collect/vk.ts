import type { Answer, Collector, Task, Verdict } from "./collector.ts";
import { jsonBody, object, objects, textOf } from "./json-body.ts";
import { noteOf, type PageNote, type Paging, pageRequests, pageSpan } from "./paging.ts";
import { REDACTED } from "./stored-exchange.ts";

const HOST = "api.vk.com";
const VERSION = "5.199";
const PAGE = 100;
/** Error codes: a token or captcha that someone has to see to (5, 14, 17, 27, 28); too many calls (9, 29). */
const NO_TOKEN = new Set([5, 14, 17, 27, 28]);
const TOO_MANY = new Set([9, 29]);
/** More than the three calls a second that a user token may make. */
const TOO_FAST = 6;

/** Posts of a public wall by `wall.get`. */
export const vk: Collector = {
  obeysRobots: false,
  needs: ["TYNDAU_VK_TOKEN"],
  redirects: 0,
  hosts: () => [HOST],
  note: pageNote,
  judge,
  requests: (task, held) => pageRequests(task, held, pagingOf(task)),
  span: (task, held) => pageSpan(task, held, pagingOf(task)),
};

function pagingOf({ source }: Task): Paging {
  const account = source.account!;
  const owner = /^-?\d+$/u.test(account) ? `owner_id=${account}` : `domain=${account}`;
  const base = `https://${HOST}/method/wall.get?${owner}&count=${PAGE}&v=${VERSION}&access_token=${REDACTED}`;
  return {
    url: (cursor) => (cursor === undefined ? base : `${base}&offset=${cursor}`),
    cursor: (url) => new URL(url).searchParams.get("offset") ?? undefined,
    step: 0,
  };
}

/** The next page is counted from the newest post: one published in between shows a post twice, and hides none. */
function pageNote(url: string, body: Buffer): PageNote | undefined {
  const response = object(jsonBody(body)?.response);
  const items = objects(response?.items);
  const offset = Number(new URL(url).searchParams.get("offset") ?? 0) + items.length;
  const next = items.length > 0 && offset < Number(response?.count) ? String(offset) : undefined;
  // A pinned post stands first whatever its date.
  const posts = items.filter(({ is_pinned }) => is_pinned !== 1);
  const dates = (posts.length > 0 ? posts : items).map(({ date }) => Number(date));
  return noteOf(
    dates.map((date) => ({ position: date, time: date * 1000 })),
    next,
  );
}

function judge({ status, body }: Answer): Verdict {
  const answer = jsonBody(body);
  const error = object(answer?.error);
  if (error !== undefined) {
    const code = Number(error.error_code);
    const said = `${code} ${textOf(error.error_msg) ?? ""}`.trim();
    if (NO_TOKEN.has(code))
      return {
        keep: false,
        course: "wait",
        reason: `the token is refused (${said}); set a new TYNDAU_VK_TOKEN`,
      };
    if (TOO_MANY.has(code))
      return { keep: false, course: "wait", reason: `the allowance is used up (${said})` };
    return { keep: false, course: code === TOO_FAST ? "again" : "fail", reason: `found the error ${said}` };
  }
  if (status === 200 && object(answer?.response) !== undefined) return { keep: true, course: "go" };
  return { keep: false, course: "fail", reason: `found HTTP status ${status} without posts` };
}
