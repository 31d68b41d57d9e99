import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

export interface ServeOptions {
  /** Path that the folder is served under, such as `/tyndau/`. */
  readonly base?: string;
  /** The server ends by itself after this many milliseconds, should nobody close it. */
  readonly lifetime?: number;
}

export interface Serving {
  /** Address of the folder, with a slash at its end. */
  readonly url: string;
  readonly origin: string;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** Serves a folder on the loopback address as a plain file server does: no caching, no compression. */
export async function serve(folder: string, options: ServeOptions = {}): Promise<Serving> {
  const { base = "/", lifetime = 1_800_000 } = options;
  const server: Server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = pathname.startsWith(base) ? await find(folder, pathname.slice(base.length)) : undefined;
    const shown = file ?? (await find(folder, "404.html"));
    response.statusCode = file ? 200 : 404;
    response.setHeader("Cache-Control", "no-store");
    if (!shown) return response.end();
    response.setHeader("Content-Type", types[extname(shown)] ?? "application/octet-stream");
    if (request.method === "HEAD") return response.end();
    createReadStream(shown).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const timer = setTimeout(() => {
    server.closeAllConnections();
    server.close();
  }, lifetime);
  timer.unref();
  server.unref();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: origin + base,
    origin,
    close: () =>
      new Promise((resolve) => {
        clearTimeout(timer);
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The file at a path, or its `index.html`, or the same name with `.html`, as GitHub Pages finds them. */
async function find(folder: string, path: string): Promise<string | undefined> {
  const decoded = normalize(decodeURIComponent(path));
  if (decoded.startsWith("..")) return undefined;
  for (const candidate of [decoded, join(decoded, "index.html"), `${decoded}.html`]) {
    const full = join(folder, candidate);
    const found = await stat(full).catch(() => undefined);
    if (found?.isFile()) return full;
  }
  return undefined;
}
