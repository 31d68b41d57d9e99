import type { Answer, Collector, Task, Verdict } from "./collector.ts";
import { jsonBody, object, objects, textOf } from "./json-body.ts";
import { noteOf, type PageNote, type Paging, pageRequests, pageSpan } from "./paging.ts";
import { REDACTED } from "./stored-exchange.ts";

const HOST = "www.googleapis.com";
const PAGE = 100;
const TOO_MANY = new Set([
  "quotaExceeded",
  "dailyLimitExceeded",
  "rateLimitExceeded",
  "userRateLimitExceeded",
]);
const NO_KEY = new Set(["keyInvalid", "keyExpired", "accessNotConfigured", "API_KEY_INVALID"]);

/** Comments on a channel's videos, or on one video, by `commentThreads.list`. */
export const youtube: Collector = {
  obeysRobots: false,
  needs: ["TYNDAU_YOUTUBE_KEY"],
  redirects: 0,
  hosts: () => [HOST],
  note: pageNote,
  judge,
  requests: (task, held) => pageRequests(task, held, pagingOf(task)),
  span: (task, held) => pageSpan(task, held, pagingOf(task)),
};

function pagingOf({ source }: Task): Paging {
  const account = source.account!;
  const of = /^UC[\w-]{22}$/u.test(account) ? "allThreadsRelatedToChannelId" : "videoId";
  const base =
    `https://${HOST}/youtube/v3/commentThreads?part=snippet,replies&${of}=${encodeURIComponent(account)}` +
    `&maxResults=${PAGE}&order=time&textFormat=plainText&key=${REDACTED}`;
  return {
    url: (cursor) => (cursor === undefined ? base : `${base}&pageToken=${encodeURIComponent(cursor)}`),
    cursor: (url) => new URL(url).searchParams.get("pageToken") ?? undefined,
    step: 0,
  };
}

function pageNote(_url: string, body: Buffer): PageNote | undefined {
  const answer = jsonBody(body);
  const threads = objects(answer?.items).map((item) => {
    const comment = object(object(object(item.snippet)?.topLevelComment)?.snippet);
    const time = Date.parse(String(comment?.publishedAt));
    return { position: Math.floor(time / 1000), time };
  });
  return noteOf(threads, textOf(answer?.nextPageToken));
}

function judge({ status, body }: Answer): Verdict {
  const answer = jsonBody(body);
  if (status === 200 && Array.isArray(answer?.items)) return { keep: true, course: "go" };
  const error = object(answer?.error);
  const reasons = objects(error?.errors).map(({ reason }) => String(reason));
  const said = `${reasons.join(", ") || `HTTP status ${status}`}`;
  if (reasons.some((reason) => TOO_MANY.has(reason)))
    return {
      keep: false,
      course: "wait",
      reason: `the day's quota is used up (${said}); it begins anew at midnight, Pacific time`,
    };
  if (reasons.some((reason) => NO_KEY.has(reason)))
    return {
      keep: false,
      course: "wait",
      reason: `the key is refused (${said}); set another TYNDAU_YOUTUBE_KEY`,
    };
  return { keep: false, course: status >= 500 ? "again" : "fail", reason: `found the error ${said}` };
}
