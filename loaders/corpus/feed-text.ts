import { type Element, isTag, isText } from "domhandler";
import { getInnerHTML, textContent } from "domutils";
import { parseFragment, visibleText } from "./html.ts";

/** A text of a feed as it is written there: Atom's text construct, RSS's description. */
export interface FeedText {
  readonly type: "text/plain" | "text/html" | "application/xhtml+xml";
  /** Plain text or markup, as `type` says. */
  readonly value: string;
}

/** Escaped entities or tags: `&nbsp;`, `<p>`, `</p>`, `<br/>`. */
const MARKUP = /<[a-z/!][^<>]*>|&(?:[a-z]\w{1,30}|#\d{1,7}|#x[\da-f]{1,6});/iu;

/**
 * The text construct of an Atom element (RFC 4287, section 3.1; Atom 0.3's `mode`), base64 decoded: `type` is
 * `text`, `html`, `xhtml` or a media type.
 */
export function atomText(element: Element): FeedText {
  const type = (element.attribs.type ?? "text").trim().toLowerCase();
  const mode = (element.attribs.mode ?? "").toLowerCase();
  const inner = element.children.filter(isTag);
  if (/xhtml/u.test(type) || (mode === "xml" && inner.length > 0)) {
    return { type: "application/xhtml+xml", value: innerMarkup(element) };
  }
  const written = textContent(element).trim();
  if (mode === "base64" || isEncoded(type, inner.length)) {
    const value = decodedBase64(written);
    return { type: looksMarked(value) ? "text/html" : "text/plain", value };
  }
  if (/html/u.test(type)) return { type: "text/html", value: written };
  if (/[/+]xml$/u.test(type) && inner.length > 0)
    return { type: "application/xhtml+xml", value: innerMarkup(element) };
  return { type: "text/plain", value: written };
}

/** RSS does not say whether a text is markup: it is where tags or entities stand in it. */
export function rssText(element: Element): FeedText {
  const inner = element.children.filter(isTag);
  if (inner.length > 0) return { type: "text/html", value: getInnerHTML(element, { xmlMode: true }).trim() };
  const value = textContent(element).trim();
  return { type: looksMarked(value) ? "text/html" : "text/plain", value };
}

/** What a reader sees of a text. */
export function readable(text: FeedText | undefined): string {
  if (text === undefined) return "";
  return text.type === "text/plain" ? text.value : visibleText(parseFragment(text.value));
}

function looksMarked(text: string): boolean {
  return MARKUP.test(text);
}

/** Content of other media types than text and XML is base64 (RFC 4287, section 4.1.3.3). */
function isEncoded(type: string, children: number): boolean {
  return children === 0 && /^[\w-]+\/[\w.+-]+$/u.test(type) && !/^text\/|[/+]xml$|html/u.test(type);
}

function decodedBase64(text: string): string {
  return new TextDecoder().decode(Buffer.from(text, "base64"));
}

/** The markup inside, without the one `<div>` that xhtml is wrapped in. */
function innerMarkup(element: Element): string {
  const nodes = element.children.filter((node) => !(isText(node) && node.data.trim() === ""));
  const only = nodes.length === 1 ? nodes[0]! : undefined;
  const root = only !== undefined && isTag(only) && /(?:^|:)div$/u.test(only.name) ? only : element;
  return getInnerHTML(root, { xmlMode: true, encodeEntities: "utf8" }).trim();
}
