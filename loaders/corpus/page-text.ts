/** Bytes in which a page may say its encoding. */
const HEAD = 2048;

/**
 * Decodes a page or feed. The encoding is, in this order: the byte order mark's, the HTTP header's, the one that
 * the page declares (`<meta charset>`, XML declaration), UTF-8.
 */
export function pageText(body: Uint8Array, contentType: string): string {
  const declared = byMark(body) ?? inHeader(contentType) ?? inPage(body) ?? "utf-8";
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(declared);
  } catch {
    decoder = new TextDecoder("utf-8");
  }
  return decoder.decode(body);
}

function byMark(body: Uint8Array): string | undefined {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return "utf-8";
  if (body[0] === 0xff && body[1] === 0xfe) return "utf-16le";
  if (body[0] === 0xfe && body[1] === 0xff) return "utf-16be";
  return undefined;
}

function inHeader(contentType: string): string | undefined {
  return /charset\s{0,4}=\s{0,4}["']?([\w-]{2,30})/iu.exec(contentType.slice(0, 200))?.[1];
}

function inPage(body: Uint8Array): string | undefined {
  const head = Buffer.from(body.subarray(0, HEAD)).toString("latin1");
  const declared =
    /<\?xml[^>]{0,100}encoding\s{0,4}=\s{0,4}["']([\w-]{2,30})/iu.exec(head)?.[1] ??
    /<meta[^>]{0,200}charset\s{0,4}=\s{0,4}["']?([\w-]{2,30})/iu.exec(head)?.[1];
  // A page that declares UTF-16 in ASCII letters is not in it.
  return declared !== undefined && /^utf-?16/iu.test(declared) ? "utf-8" : declared;
}
