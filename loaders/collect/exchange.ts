import { request as httpRequest, type IncomingMessage } from "node:http";
import { AddressRefused, type Connector } from "./connect.ts";

/** One HTTP request and its answer, as they went over the line (but for the chunks of a chunked body). */
export interface Exchange {
  readonly kind: "exchange";
  readonly url: string;
  /** Request line and headers. */
  readonly requestHead: string;
  readonly status: number;
  /** `HTTP/1.1 200 OK`. */
  readonly statusLine: string;
  /** Names and values in turn, in the order in which they came. */
  readonly rawHeaders: readonly string[];
  /** By name in lower case; repeated ones joined by a comma. */
  readonly headers: ReadonlyMap<string, string>;
  /** The body without chunks, its content coding still on it. */
  readonly body: Buffer;
}

/** An exchange that did not come to an end. */
export interface Fault {
  readonly kind: "fault";
  /** `passing` may go better next time; `lasting` will not; `refused` was not even tried. */
  readonly sort: "passing" | "lasting" | "refused";
  readonly reason: string;
}

export interface Limits {
  /** From the name's look-up to the last byte, milliseconds. */
  readonly totalMs: number;
  /** Longest silence, milliseconds. */
  readonly idleMs: number;
  /** Bytes of a body as transferred. */
  readonly bodyBytes: number;
  /** Bytes of a body without its content coding. */
  readonly unfoldedBytes: number;
}

export const defaultLimits: Limits = {
  totalMs: 120_000,
  idleMs: 30_000,
  bodyBytes: 1 << 25,
  unfoldedBytes: 1 << 26,
};

/** Bytes of the answer's headers. */
const MAX_HEADERS = 65_536;

/**
 * Sends one GET over a connection of its own and reads the answer. `accepts`, where given, is asked about the
 * content type of a 200 before its body is read. Never throws for what the network does.
 */
export async function exchange(
  address: string,
  headers: readonly (readonly [string, string])[],
  connect: Connector,
  limits: Limits,
  accepts: RegExp | undefined,
): Promise<Exchange | Fault> {
  const url = new URL(address);
  const path = `${url.pathname}${url.search}`;
  const all = [["Host", url.host], ...headers, ["Connection", "close"]] as const;
  const requestHead = `GET ${path} HTTP/1.1\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
  const deadline = new AbortController();
  const timer = setTimeout(
    () => deadline.abort(new Error(`found no whole answer within ${limits.totalMs / 1000} s`)),
    limits.totalMs,
  );
  try {
    const secure = url.protocol === "https:";
    const host = url.hostname.replace(/^\[(.*)\]$/u, "$1");
    const port = url.port === "" ? (secure ? 443 : 80) : Number(url.port);
    const socket = await connect({ secure, host, port }, deadline.signal);
    return await new Promise<Exchange | Fault>((resolve) => {
      let response: IncomingMessage | undefined;
      const request = httpRequest({
        host,
        port,
        path,
        headers: all.flat() as unknown as Record<string, string>,
        createConnection: () => socket,
        maxHeaderSize: MAX_HEADERS,
      });
      function end(outcome: Exchange | Fault): void {
        request.destroy();
        socket.destroy();
        resolve(outcome);
      }
      deadline.signal.addEventListener("abort", () =>
        end(passing((deadline.signal.reason as Error).message)),
      );
      socket.setTimeout(limits.idleMs, () => end(passing(`found silence for ${limits.idleMs / 1000} s`)));
      request.on("error", (error) => {
        // A body that goes on after its stated length: as in browsers, what was stated is the body.
        if (response?.complete !== true) end(passing(error.message));
      });
      request.on("response", (incoming) => {
        response = incoming;
        const type = incoming.headers["content-type"] ?? "";
        if (incoming.statusCode === 200 && type !== "" && accepts?.test(type) === false) {
          return end(lasting(`found the type ${type.slice(0, 60)}, expected a page`));
        }
        const chunks: Buffer[] = [];
        let length = 0;
        incoming.on("data", (chunk: Buffer) => {
          length += chunk.length;
          chunks.push(chunk);
          if (length > limits.bodyBytes)
            end(lasting(`found a body of more than ${limits.bodyBytes} bytes, left unread`));
        });
        const cut = () => {
          const stated = incoming.headers["content-length"];
          end(
            passing(`found ${length} bytes of a body${stated ? `, expected ${stated}` : " that broke off"}`),
          );
        };
        incoming.on("error", cut);
        incoming.on("end", () => {
          if (!incoming.complete) return cut();
          end({
            kind: "exchange",
            url: address,
            requestHead,
            status: incoming.statusCode ?? 0,
            statusLine: `HTTP/${incoming.httpVersion} ${incoming.statusCode} ${incoming.statusMessage ?? ""}`,
            rawHeaders: incoming.rawHeaders,
            headers: joined(incoming.rawHeaders),
            body: Buffer.concat(chunks),
          });
        });
      });
      request.end();
    });
  } catch (error) {
    return error instanceof AddressRefused
      ? { kind: "fault", sort: "refused", reason: error.message }
      : passing((error as Error).message);
  } finally {
    clearTimeout(timer);
  }
}

function passing(reason: string): Fault {
  return { kind: "fault", sort: "passing", reason };
}

function lasting(reason: string): Fault {
  return { kind: "fault", sort: "lasting", reason };
}

function joined(raw: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index]!.toLowerCase();
    const before = headers.get(name);
    headers.set(name, before === undefined ? raw[index + 1]! : `${before}, ${raw[index + 1]!}`);
  }
  return headers;
}
