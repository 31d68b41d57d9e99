import robotsParser from "robots-parser";
import { Archive } from "./archive.ts";
import { timeOf } from "./cdxj.ts";
import type { Clock } from "./clock.ts";
import { storedExchange } from "./stored-exchange.ts";
import { type RobotsAnswer, type VisitRules, visit } from "./visit.ts";
import type { Fields } from "./warc-record.ts";

/** The name by which robots.txt may address this crawler. */
export const PRODUCT = "Tyndau";

/** RFC 9309, 2.4: a copy should not be used for longer than a day. */
const FRESH_MS = 24 * 3_600_000;
/** RFC 9309, 2.5: at least 500 KiB are read. */
const READ_BYTES = 512_000;
/** RFC 9309, 2.3.1.2: at least five redirects in a row are followed. */
const REDIRECTS = 5;
/** A wish for more is not honoured: the study would never end. */
const MAX_DELAY_MS = 60_000;

type Rules = (url: string) => RobotsAnswer;

/**
 * What robots.txt says (RFC 9309), one file a scheme, host and port, kept as captures are and asked for at most once
 * a day. No file (a 4xx answer) allows all; one that can't be read allows nothing for now.
 */
export class Robots {
  readonly #folder: string;
  readonly #clock: Clock;
  readonly #about: Fields;
  readonly #rules = new Map<string, Promise<Rules>>();

  constructor(folder: string, clock: Clock, about: Fields) {
    this.#folder = folder;
    this.#clock = clock;
    this.#about = about;
  }

  async ask(
    url: string,
    rules: Omit<VisitRules, "robots" | "validators" | "accepts" | "key">,
  ): Promise<RobotsAnswer> {
    const { origin } = new URL(url);
    let known = this.#rules.get(origin);
    if (known === undefined) {
      known = this.#read(origin, rules);
      this.#rules.set(origin, known);
    }
    return (await known)(url);
  }

  async #read(origin: string, rules: Omit<VisitRules, "robots" | "validators">): Promise<Rules> {
    const address = `${origin}/robots.txt`;
    const { protocol, hostname, port } = new URL(origin);
    const id = `${protocol.slice(0, -1)}-${hostname.replaceAll(/[^a-z0-9.-]/gu, "")}${port === "" ? "" : `-${port}`}`;
    const archive = new Archive({
      folder: `${this.#folder}/${id}`,
      id,
      unfoldedBytes: rules.limits.unfoldedBytes,
      about: this.#about,
      now: this.#clock.now,
    });
    try {
      const last = archive.visit(address);
      if (last !== undefined && this.#clock.now() - timeOf(last.time) < FRESH_MS) {
        const content = archive.content(address);
        if (content !== undefined && last.status < 400) return rulesOf(address, archive.body(content));
        if (last.status >= 400 && last.status < 500) return allowAll;
      }
      const content = archive.content(address);
      const came = await visit(address, {
        ...rules,
        redirects: REDIRECTS,
        robots: async () => ({ allows: true, delay: 0 }),
        validators: () => ({ ...content }),
      });
      const exchanges = came.kind === "robots" ? [] : came.exchanges;
      const stored = exchanges.map((exchange) =>
        storedExchange(exchange, undefined, rules.limits.unfoldedBytes),
      );
      const { status } = exchanges.at(-1) ?? { status: 0 };
      const isAnswer = came.kind === "answered";
      for (const exchange of stored.slice(0, -1)) archive.keepVisit(exchange);
      const answer = stored.at(-1);
      if (isAnswer && answer !== undefined) {
        if (status === 304 && content !== undefined) {
          archive.keepUnchanged(answer, content, true);
          return rulesOf(address, archive.body(content));
        }
        if (status >= 200 && status < 300) {
          if (content?.digest === archive.digest(answer.payload)) {
            archive.keepUnchanged(answer, content, false);
            return rulesOf(address, archive.body(content));
          }
          return rulesOf(address, archive.body(archive.keep(answer)));
        }
        archive.keepVisit(answer);
        if (status >= 400 && status < 500) return allowAll;
      } else if (answer !== undefined) archive.keepVisit(answer);
      const reason = came.kind === "answered" ? `found HTTP status ${status}` : came.reason;
      return () => ({
        allows: false,
        delay: 0,
        trouble: `robots.txt of ${hostname} can't be read: ${reason}`,
      });
    } finally {
      archive.close();
    }
  }
}

function allowAll(): RobotsAnswer {
  return { allows: true, delay: 0 };
}

function rulesOf(address: string, body: Buffer): Rules {
  const { origin } = new URL(address);
  const parsed = robotsParser(address, body.toString("utf8", 0, READ_BYTES));
  const wish = parsed.getCrawlDelay(PRODUCT);
  const delay = wish === undefined ? 0 : Math.min(MAX_DELAY_MS, Math.max(0, wish * 1000));
  return (url) => {
    // The file itself is always allowed (RFC 9309, 2.2.2).
    const allows =
      url === address || parsed.isAllowed(url.replace(/^https?:\/\/[^/]+/u, origin), PRODUCT) !== false;
    return { allows, delay };
  };
}
