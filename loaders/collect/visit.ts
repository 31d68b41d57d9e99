import type { Clock } from "./clock.ts";
import type { Connector } from "./connect.ts";
import { type Exchange, exchange, type Fault, type Limits } from "./exchange.ts";
import type { HostTurns } from "./host-turns.ts";
import { retryAfter } from "./retry-after.ts";
import { REDACTED } from "./stored-exchange.ts";

/** What a visit may do, and how. */
export interface VisitRules {
  readonly connect: Connector;
  readonly limits: Limits;
  readonly turns: HostTurns;
  readonly clock: Clock;
  readonly userAgent: string;
  /** Host names; a redirect may not lead to another. */
  readonly hosts: readonly string[];
  readonly redirects: number;
  /** Takes the place of `REDACTED` in the address that is sent. */
  readonly key?: string;
  readonly accepts?: RegExp;
  /** Asked before each request: what robots.txt says of an address. */
  readonly robots: (url: string) => Promise<RobotsAnswer>;
  /** `ETag` and `Last-Modified` of what is held. */
  readonly validators: (url: string) => { readonly etag?: string; readonly modified?: string };
  /** Told of each request that goes out. */
  readonly onRequest: () => void;
}

export interface RobotsAnswer {
  readonly allows: boolean;
  /** Why not, where the file itself does not say so. */
  readonly trouble?: string;
  /** Milliseconds between requests that the site wishes. */
  readonly delay: number;
}

export type Visit =
  /** The last exchange is the answer, those before it redirects. */
  | { readonly kind: "answered"; readonly url: string; readonly exchanges: readonly Exchange[] }
  | { readonly kind: "robots"; readonly reason: string }
  | {
      readonly kind: "failed";
      readonly reason: string;
      readonly exchanges: readonly Exchange[];
      readonly isDead: boolean;
    }
  /** The host asks for a pause longer than a run should wait. */
  | { readonly kind: "waits"; readonly reason: string; readonly exchanges: readonly Exchange[] };

/** Tries of one request, the first included. */
const TRIES = 4;
const FIRST_BACKOFF_MS = 2_000;
/** Longest pause that a run waits out at a host's wish. */
const PATIENCE_MS = 300_000;
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Visits an address with manners: hosts of the register only, robots.txt, one request at a time a host, the pause
 * that a host asks for, some patience with what passes, redirects only where they may lead.
 */
export async function visit(address: string, rules: VisitRules): Promise<Visit> {
  const exchanges: Exchange[] = [];
  const failed = (reason: string, isDead = false): Visit => ({ kind: "failed", reason, exchanges, isDead });
  let url = address;
  for (let hop = 0; ; hop += 1) {
    const refusal = refused(url, rules.hosts);
    if (refusal !== undefined) return failed(refusal);
    const robots = await rules.robots(url);
    if (robots.trouble !== undefined) return failed(robots.trouble, true);
    if (!robots.allows) return { kind: "robots", reason: `robots.txt forbids ${new URL(url).pathname}` };
    const answer = await patiently(url, robots.delay, rules);
    if (answer.kind === "fault") return failed(answer.reason, answer.sort === "passing");
    exchanges.push(answer);
    const { status } = answer;
    if (PASSING.has(status)) {
      const wish = retryAfter(answer.headers.get("retry-after"), rules.clock.now());
      if (status === 429 || (wish ?? 0) > PATIENCE_MS) return waits(answer, wish, rules.clock, exchanges);
      return failed(`found HTTP status ${status} ${TRIES} times`, true);
    }
    const location = REDIRECTS.has(status) ? answer.headers.get("location") : undefined;
    if (location === undefined) return { kind: "answered", url, exchanges };
    if (hop >= rules.redirects)
      return failed(`found a redirect to ${shortened(location)}, expected at most ${rules.redirects}`);
    if (!URL.canParse(location, url)) return failed(`found a redirect to "${shortened(location)}"`);
    url = withoutFragment(new URL(location, url));
  }
}

/** Why an address may not be asked for at all. */
function refused(address: string, hosts: readonly string[]): string | undefined {
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return `found the scheme ${url.protocol}, expected https or http`;
  if (url.username !== "" || url.password !== "") return "found a user name in an address, expected none";
  if (hosts.includes(url.hostname)) return undefined;
  return `found the host ${shortened(url.hostname)}, which the register does not name`;
}

/** One request, again after a pause where what went wrong may pass. */
async function patiently(url: string, ownDelay: number, rules: VisitRules): Promise<Exchange | Fault> {
  const { clock, turns, connect, limits, accepts, key } = rules;
  const { host } = new URL(url);
  const sent = key === undefined ? url : url.replaceAll(REDACTED, encodeURIComponent(key));
  for (let tried = 1; ; tried += 1) {
    const answer = await turns.take(host, ownDelay, async () => {
      rules.onRequest();
      return exchange(sent, headersFor(url, rules), connect, limits, accepts);
    });
    const passes = answer.kind === "fault" ? answer.sort === "passing" : PASSING.has(answer.status);
    if (!passes) return answer;
    const wish =
      answer.kind === "fault" ? undefined : retryAfter(answer.headers.get("retry-after"), clock.now());
    if (tried === TRIES || (wish ?? 0) > PATIENCE_MS) return answer;
    // Exponential backoff with jitter: half to one and a half of the doubled pause.
    turns.hold(host, wish ?? FIRST_BACKOFF_MS * 2 ** (tried - 1) * (0.5 + clock.random()));
  }
}

function headersFor(url: string, rules: VisitRules): [string, string][] {
  const { etag, modified } = rules.validators(url);
  return [
    ["User-Agent", rules.userAgent],
    ["Accept", "*/*"],
    ["Accept-Encoding", rules.key === undefined ? "gzip" : "identity"],
    ...(etag === undefined ? [] : [["If-None-Match", etag] as [string, string]]),
    ...(modified === undefined ? [] : [["If-Modified-Since", modified] as [string, string]]),
  ];
}

function waits(answer: Exchange, wish: number | undefined, clock: Clock, exchanges: Exchange[]): Visit {
  const until =
    wish === undefined ? "later" : `after ${new Date(clock.now() + wish).toISOString().slice(0, 16)} UTC`;
  const { host } = new URL(answer.url);
  return {
    kind: "waits",
    reason: `${host} asks for a pause (HTTP ${answer.status}); go on ${until}`,
    exchanges,
  };
}

function withoutFragment(url: URL): string {
  url.hash = "";
  return url.href;
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
