import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, constants } from "node:zlib";
import { type ServeOptions, type Serving, serve } from "./serve.ts";

const text = /^(text\/|application\/json|image\/svg)/;

/** Serves a folder as a host of static sites does: text as Brotli (quality 5), all else as it is, kept for ten minutes. */
export async function serveCompressed(folder: string, options: ServeOptions = {}): Promise<Serving> {
  const plain = await serve(folder, options);
  const packed = new Map<string, Buffer>();
  const front = createServer((asked, answer) => {
    const path = asked.url ?? "/";
    request(plain.origin + path, { method: asked.method, agent: false }, (found) => {
      const parts: Buffer[] = [];
      found.on("data", (part: Buffer) => parts.push(part));
      found.on("end", () => {
        const type = found.headers["content-type"] ?? "";
        let body: Buffer = Buffer.concat(parts);
        const headers: Record<string, string | number> = {
          "Content-Type": type,
          "Cache-Control": "max-age=600",
          Connection: "keep-alive",
        };
        if (text.test(type) && /\bbr\b/.test(String(asked.headers["accept-encoding"]))) {
          const known =
            packed.get(path) ??
            brotliCompressSync(body, {
              params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
            });
          packed.set(path, known);
          body = known;
          headers["Content-Encoding"] = "br";
        }
        headers["Content-Length"] = body.length;
        answer.writeHead(found.statusCode ?? 500, headers);
        answer.end(body);
      });
    }).end();
  });
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  front.unref();
  const origin = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  return {
    url: origin + (options.base ?? "/"),
    origin,
    close: async () => {
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
      await plain.close();
    },
  };
}
