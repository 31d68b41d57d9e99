import type { Answer, Collector, Task, Verdict } from "./collector.ts";
import { type Json, jsonBody, object, objects, textOf } from "./json-body.ts";
import { noteOf, type PageNote, type Paging, pageRequests, pageSpan } from "./paging.ts";
import { REDACTED } from "./stored-exchange.ts";

const HOST = "graph.facebook.com";
const VERSION = "v21.0";
const PAGE = 50;
const FIELDS =
  "id,caption,media_type,media_product_type,permalink,timestamp,like_count,comments_count,username";
/** Share of the platform's allowance, per cent, at which a source stops before the platform stops it. */
const ENOUGH = 90;
/** Graph API error codes: too many calls (4, 17, 32, 613, 80002); a token that ended or lacks a right (10, 102, 190, 200). */
const TOO_MANY = new Set([4, 17, 32, 613, 80_002]);
const NO_TOKEN = new Set([10, 102, 190, 200]);

/** Public posts of professional accounts by the Graph API's Business Discovery. */
export const instagram: Collector = {
  obeysRobots: false,
  needs: ["TYNDAU_INSTAGRAM_TOKEN", "TYNDAU_INSTAGRAM_USER"],
  redirects: 0,
  hosts: () => [HOST],
  note: pageNote,
  judge,
  requests: (task, held) => pageRequests(task, held, pagingOf(task)),
  span: (task, held) => pageSpan(task, held, pagingOf(task)),
};

function pagingOf({ source, settings }: Task): Paging {
  return {
    url(cursor) {
      const after = cursor === undefined ? "" : `.after(${cursor})`;
      const media = `media.limit(${PAGE})${after}{${FIELDS}}`;
      const query = new URLSearchParams({
        fields: `business_discovery.username(${source.account}){username,followers_count,media_count,${media}}`,
        access_token: REDACTED,
      });
      return `https://${HOST}/${VERSION}/${settings.TYNDAU_INSTAGRAM_USER}?${query}`;
    },
    cursor: (url) => /\.after\(([^)]*)\)/u.exec(new URL(url).searchParams.get("fields") ?? "")?.[1],
    step: 0,
  };
}

function mediaOf(body: Buffer): Json {
  return object(object(jsonBody(body)?.business_discovery)?.media);
}

function pageNote(_url: string, body: Buffer): PageNote | undefined {
  const media = mediaOf(body);
  const posts = objects(media?.data).map(({ timestamp }) => {
    // `2023-05-31T16:05:00+0000`: the zone lacks the colon that ISO 8601 wants.
    const time = Date.parse(String(timestamp).replace(/([+-]\d\d)(\d\d)$/u, "$1:$2"));
    return { position: Math.floor(time / 1000), time };
  });
  const next = textOf(object(object(media?.paging)?.cursors)?.after);
  return noteOf(posts, next);
}

function judge({ status, headers, body }: Answer): Verdict {
  const error = object(jsonBody(body)?.error);
  if (error !== undefined || status !== 200) {
    const code = Number(error?.code);
    const said = `${code} ${textOf(error?.message) ?? `HTTP status ${status}`}`;
    if (NO_TOKEN.has(code) || status === 401) {
      const reason = `the token has ended or lacks a right (${said}); set a new TYNDAU_INSTAGRAM_TOKEN`;
      return { keep: false, course: "wait", reason };
    }
    if (TOO_MANY.has(code) || status === 429)
      return { keep: false, course: "wait", reason: `the allowance is used up (${said})` };
    return { keep: false, course: status >= 500 ? "again" : "fail", reason: `found the error ${said}` };
  }
  if (mediaOf(body) === undefined) {
    const reason = "found no posts of a professional account; Business Discovery shows no others";
    return { keep: false, course: "fail", reason };
  }
  const used = usage(headers);
  if (used >= ENOUGH)
    return {
      keep: true,
      course: "wait",
      reason: `${used} % of the hour's allowance is used; go on in an hour`,
    };
  return { keep: true, course: "go" };
}

/** The largest share of any allowance, per cent, that the rate-limit headers state. */
function usage(headers: ReadonlyMap<string, string>): number {
  const stated = ["x-app-usage", "x-business-use-case-usage"].flatMap((name) =>
    [
      ...(headers.get(name) ?? "").matchAll(/"(?:call_count|total_cputime|total_time)"\s*:\s*(\d{1,5})/gu),
    ].map(([, share]) => Number(share)),
  );
  return Math.max(0, ...stated);
}
