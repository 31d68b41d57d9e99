/** One line of a CDXJ index: where in which file a capture of an address stands, and what it is. */
export interface Entry {
  readonly url: string;
  /** `YYYYMMDDhhmmss`, UTC. */
  readonly time: string;
  /** `warc/revisit` for a capture that only says that nothing changed. */
  readonly mime: string;
  readonly status: number;
  /** Of the payload. */
  readonly digest: string;
  /** The record's id, without angle brackets. */
  readonly id: string;
  readonly offset: number;
  readonly length: number;
  /** Relative to the source's folder. */
  readonly filename: string;
  readonly etag?: string;
  /** `Last-Modified`, as the server wrote it. */
  readonly modified?: string;
  /** Where a redirect leads. */
  readonly redirect?: string;
  /** What the collector needs to know of the page to go on from it. */
  readonly note?: unknown;
}

/** A line without its end. */
export function cdxjLine(entry: Entry): string {
  const { time, status, offset, length, ...rest } = entry;
  const fields = { ...rest, status: String(status), offset: String(offset), length: String(length) };
  return `${surt(entry.url)} ${time} ${JSON.stringify(fields)}`;
}

/** Undefined for a line that is not whole. */
export function readCdxjLine(line: string): Entry | undefined {
  const parts = /^\S+ (\d{14}) (\{.*\})$/u.exec(line);
  if (parts === null) return undefined;
  try {
    const fields = JSON.parse(parts[2]!) as Record<string, unknown>;
    return {
      ...(fields as unknown as Entry),
      time: parts[1]!,
      status: Number(fields.status),
      offset: Number(fields.offset),
      length: Number(fields.length),
    };
  } catch {
    return undefined;
  }
}

/**
 * The sort-friendly form of an address by which web archives sort: host reversed, all in lower case, query sorted,
 * `com,example)/path?a=1`.
 */
export function surt(address: string): string {
  const url = new URL(address);
  const host = url.hostname.startsWith("[") ? url.hostname : url.hostname.split(".").reverse().join(",");
  const query = url.search.slice(1).split("&").sort().join("&");
  const port = url.port === "" ? "" : `:${url.port}`;
  return `${host}${port})${url.pathname}${query === "" ? "" : `?${query}`}`
    .toLowerCase()
    .replaceAll(" ", "%20");
}

/** `20230602080000` as ISO 8601. */
export function isoTime(time: string): string {
  return time.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/u, "$1-$2-$3T$4:$5:$6Z");
}

/** The same in milliseconds since 1970 UTC. */
export function timeOf(time: string): number {
  return Date.parse(isoTime(time));
}
