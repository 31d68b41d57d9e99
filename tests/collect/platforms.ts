/** Local servers that stand for platforms. All addresses are real names; the network leads each to loopback. */

import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import { type Connector, type Network, publicConnector } from "../../loaders/collect/connect.ts";

export type Answering = (request: IncomingMessage, response: ServerResponse) => void;

export interface Platforms {
  readonly port: number;
  /** Addresses asked for, as `host/path`, in order. */
  readonly asked: string[];
  /** Requests with `If-None-Match` or `If-Modified-Since`. */
  readonly conditional: string[];
  close(): Promise<void>;
}

/** One server for all hosts; robots.txt is 404 unless `answer` says otherwise. */
export async function startPlatforms(answer: Answering): Promise<Platforms> {
  const asked: string[] = [];
  const conditional: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const address = `${request.headers.host}${request.url}`;
    asked.push(address);
    if (request.headers["if-none-match"] ?? request.headers["if-modified-since"]) conditional.push(address);
    answer(request, response);
  });
  await listening(server, sockets);
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    conditional,
    close: () => closed(server, sockets),
  };
}

export function listening(server: Server, sockets: Set<Socket>): Promise<void> {
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
}

export function closed(server: Server, sockets: Set<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** A public address for a name that no one has registered; documentation addresses would be refused. */
const PUBLIC = "93.184.215.14";

export interface LocalNetwork {
  readonly connect: Connector;
  /** Addresses dialled, loopback standing in for each. */
  readonly dialled: string[];
}

/** Names lead to a public address, or to those of `names`; whatever is dialled, loopback answers, without TLS. */
export function localNetwork(
  port: number,
  names: Readonly<Record<string, readonly string[]>> = {},
  privateHosts: readonly string[] = [],
): LocalNetwork {
  const dialled: string[] = [];
  const network: Network = {
    lookup: async (host) => names[host] ?? [PUBLIC],
    dial(address) {
      dialled.push(address);
      return connect({ host: "127.0.0.1", port });
    },
    secure: (socket) => {
      socket.once("connect", () => socket.emit("secureConnect"));
      return socket;
    },
  };
  return { connect: publicConnector(privateHosts, network), dialled };
}

/** Answers with a body, its `ETag`, and 304 where the request has it. */
export function give(
  request: IncomingMessage,
  response: ServerResponse,
  body: string | Buffer,
  type = "text/html; charset=utf-8",
): void {
  const etag = `"${createHash("sha1").update(body).digest("hex").slice(0, 16)}"`;
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, { ETag: etag }).end();
    return;
  }
  response.writeHead(200, { "Content-Type": type, ETag: etag }).end(body);
}

export function missing(response: ServerResponse): void {
  response.writeHead(404, { "Content-Type": "text/plain" }).end("not here");
}

/** Time of message `id`, one every six hours, the last (`newest`) on 31 May 2023. */
export function messageTime(id: number, newest: number): string {
  return new Date(Date.UTC(2023, 4, 31, 12) - (newest - id) * 6 * 3_600_000)
    .toISOString()
    .replace(".000Z", "+00:00");
}

/** A channel's preview page: the twenty messages before `before`, or the newest. */
export function channelPage(channel: string, newest: number, before: number | undefined, size = 20): string {
  const last = Math.min(newest, (before ?? newest + 1) - 1);
  const ids = Array.from({ length: size }, (_, index) => last - size + 1 + index).filter((id) => id >= 1);
  const messages = ids.map(
    (id) => `<div class="tgme_widget_message_wrap js-widget_message_wrap">
<div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="${channel}/${id}">
<div class="tgme_widget_message_bubble"><div class="tgme_widget_message_text js-message_text" dir="auto">Message number ${id} of the channel, with some words of its own: ${"school ".repeat(id % 7)}</div>
<div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">${100 + id}</span>
<span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="https://t.me/${channel}/${id}"><time datetime="${messageTime(id, newest)}" class="time">12:00</time></a></span></div></div></div></div>`,
  );
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${channel}</title></head><body class="tgme_webpreview"><header class="tgme_header"></header>${messages.join("\n")}</body></html>`;
}

/** Answers for `t.me/s/CHANNEL` with so many messages a channel. */
export function telegramAnswers(channels: Readonly<Record<string, number>>): Answering {
  return (request, response) => {
    const url = new URL(request.url ?? "", "http://t.me");
    const channel = /^\/s\/(\w+)$/u.exec(url.pathname)?.[1] ?? "";
    const newest = channels[channel];
    if (newest === undefined) return missing(response);
    const before = url.searchParams.get("before");
    give(request, response, channelPage(channel, newest, before === null ? undefined : Number(before)));
  };
}
