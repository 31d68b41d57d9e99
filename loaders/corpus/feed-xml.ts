import { type Document, type Element, isTag } from "domhandler";
import { textContent } from "domutils";
import { atomText, type FeedText, rssText } from "./feed-text.ts";
import { parsePage } from "./html.ts";

export interface FeedLink {
  readonly href: string;
  readonly rel: string;
  readonly type: string | undefined;
}

export interface FeedPerson {
  readonly name?: string;
  readonly email?: string;
  readonly uri?: string;
}

/** A feed, or one of its entries, as it is written: addresses absolute, dates and texts as they stand. */
export interface FeedNode {
  readonly id: string | undefined;
  /** The page that the node is about. */
  readonly link: string | undefined;
  readonly links: readonly FeedLink[];
  readonly title: FeedText | undefined;
  readonly summary: FeedText | undefined;
  readonly content: readonly FeedText[];
  readonly authors: readonly FeedPerson[];
  /** The date of publication first, then of changes. */
  readonly dates: readonly string[];
}

export interface FeedDocument extends FeedNode {
  readonly format: "rss" | "rdf" | "atom" | "json";
  readonly entries: readonly FeedNode[];
}

/** Names by which the namespaces that matter are known here, whatever prefix the feed gives them. */
const NAMESPACES: [RegExp, string][] = [
  [/^https?:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/atom\/ns#?)/iu, "atom"],
  [/^https?:\/\/purl\.org\/dc\/elements/iu, "dc"],
  [/^https?:\/\/purl\.org\/dc\/terms/iu, "dcterms"],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content/iu, "content"],
  [/^https?:\/\/(?:www\.)?itunes\.com/iu, "itunes"],
  [/^https?:\/\/(?:purl\.org\/(?:rss\/1\.0|net\/rss)|my\.netscape\.com|backend\.userland\.com)/iu, ""],
];
const DATES = [
  "pubdate published issued created dc:date dcterms:issued dcterms:created",
  "updated modified dcterms:modified atom:published atom:updated",
]
  .join(" ")
  .split(" ");

/**
 * Reads RSS 0.9x to 2.0, RDF (RSS 0.9, 1.0) or Atom 0.3 and 1.0; undefined where the text can't be read or is
 * no such feed. Ill-formed XML is read as far as it goes. `base` is the feed's own address.
 */
export function readXmlFeed(text: string, base: string): FeedDocument | undefined {
  const page = parsePage(text, true);
  const root = page === undefined ? undefined : rootOf(page);
  if (root === undefined) return undefined;
  const names = new Names(root);
  const name = names.of(root).replace(/^atom:/u, "");
  const place = addressBase(root, base);
  if (name === "feed") {
    const entries = childrenOf(root, names, "entry", "atom:entry");
    const feed = atomNode(root, names, place);
    return { ...feed, format: "atom", entries: entries.map((entry) => atomNode(entry, names, place)) };
  }
  const channel = childrenOf(root, names, "channel")[0] ?? root;
  const within = addressBase(channel, place);
  const items = [
    ...childrenOf(channel, names, "item"),
    ...(channel === root ? [] : childrenOf(root, names, "item")),
  ];
  return {
    ...rssNode(channel, names, within),
    format: name === "rss" ? "rss" : "rdf",
    entries: items.map((item) => rssNode(item, names, within)),
  };
}

function rootOf(page: Document): Element | undefined {
  const root = page.children.find(isTag);
  const name = root?.name.replace(/^[\w-]+:/u, "").toLowerCase();
  return name === "rss" || name === "rdf" || name === "feed" ? root : undefined;
}

/** Element names in lower case, with the prefixes of `NAMESPACES`. */
class Names {
  readonly #prefixes = new Map<string, string>();
  readonly #children = new WeakMap<Element, Map<string, Element[]>>();

  constructor(root: Element) {
    this.#learn(root);
    for (const child of root.children) if (isTag(child)) this.#learn(child);
  }

  #learn(element: Element): void {
    for (const [attribute, uri] of Object.entries(element.attribs)) {
      if (!attribute.startsWith("xmlns:")) continue;
      const known = NAMESPACES.find(([pattern]) => pattern.test(uri))?.[1];
      if (known !== undefined) this.#prefixes.set(attribute.slice(6), known);
    }
  }

  /** An element's children by name. */
  childrenOf(element: Element): ReadonlyMap<string, Element[]> {
    let children = this.#children.get(element);
    if (children === undefined) {
      children = new Map();
      for (const child of element.children) {
        if (!isTag(child)) continue;
        const name = this.of(child);
        const alike = children.get(name);
        if (alike === undefined) children.set(name, [child]);
        else alike.push(child);
      }
      this.#children.set(element, children);
    }
    return children;
  }

  of(element: Element): string {
    const colon = element.name.indexOf(":");
    const local = element.name.slice(colon + 1).toLowerCase();
    if (colon < 0) return local;
    const written = element.name.slice(0, colon);
    const prefix = this.#prefixes.get(written) ?? written.toLowerCase();
    return prefix === "" ? local : `${prefix}:${local}`;
  }
}

const NONE: Element[] = [];

function childrenOf(element: Element, names: Names, ...wanted: string[]): readonly Element[] {
  const children = names.childrenOf(element);
  let found: Element[] = NONE;
  let kinds = 0;
  for (const name of wanted) {
    const alike = children.get(name);
    if (alike === undefined) continue;
    found = kinds === 0 ? alike : [...found, ...alike];
    kinds++;
  }
  if (kinds < 2) return found;
  // Of several names, in the order of the feed.
  const all = new Set(found);
  return element.children.filter(isTag).filter((child) => all.has(child));
}

/** The text of the first child of the first of these names that has any. */
function textOf(element: Element, names: Names, ...wanted: string[]): string | undefined {
  for (const name of wanted) {
    for (const child of childrenOf(element, names, name)) {
      const text = textContent(child).trim();
      if (text !== "") return text;
    }
  }
  return undefined;
}

function addressBase(element: Element, base: string): string {
  return absolute(element.attribs["xml:base"], base) ?? base;
}

/** An address as it is written if it is absolute already: an id in it must not change. */
function absolute(address: string | undefined, base: string): string | undefined {
  const text = address?.trim() ?? "";
  if (text === "") return undefined;
  if (/^[a-z][a-z\d+.-]*:/iu.test(text)) return text;
  try {
    return new URL(text, base).href;
  } catch {
    return undefined;
  }
}

function atomNode(element: Element, names: Names, base: string): FeedNode {
  const place = addressBase(element, base);
  const text = (name: string) => {
    const found = childrenOf(element, names, name, `atom:${name}`)[0];
    return found === undefined ? undefined : atomText(found);
  };
  const links = childrenOf(element, names, "link", "atom:link").flatMap((link) => linkOf(link, place));
  const id = textOf(element, names, "id", "atom:id", "guid");
  return {
    id,
    link:
      pageAmong(links) ?? (id !== undefined && /^https?:/iu.test(id) && links.length === 0 ? id : undefined),
    links,
    title: text("title"),
    summary: text("summary") ?? text("subtitle") ?? text("tagline"),
    content: childrenOf(element, names, "content", "atom:content").map(atomText),
    authors: childrenOf(element, names, "author", "atom:author").map((author) =>
      personOf(author, names, place),
    ),
    dates: datesOf(element, names),
  };
}

function linkOf(element: Element, base: string): FeedLink[] {
  const href = absolute(element.attribs.href ?? textContent(element), addressBase(element, base));
  const { rel = "alternate", type } = element.attribs;
  return href === undefined ? [] : [{ href, rel, type }];
}

/** The first alternate that is a page, or the first of any kind. */
function pageAmong(links: readonly FeedLink[]): string | undefined {
  const alternates = links.filter(({ rel }) => rel === "alternate");
  return (alternates.find(({ type }) => type === undefined || /html/u.test(type)) ?? alternates[0])?.href;
}

function personOf(element: Element, names: Names, base: string): FeedPerson {
  const name = textOf(element, names, "name", "atom:name");
  const email = textOf(element, names, "email", "atom:email");
  const uri = absolute(textOf(element, names, "uri", "url", "homepage", "atom:uri"), base);
  if (name === undefined && email === undefined && uri === undefined) return rssPerson(textContent(element));
  return { name, email, uri };
}

function rssNode(element: Element, names: Names, base: string): FeedNode {
  const place = addressBase(element, base);
  const text = (name: string) => {
    const found = childrenOf(element, names, name)[0];
    return found === undefined ? undefined : rssText(found);
  };
  const guid = childrenOf(element, names, "guid")[0];
  const id = guid === undefined ? element.attribs["rdf:about"] : textContent(guid).trim();
  const own = childrenOf(element, names, "link").flatMap((link) => linkOf(link, place));
  const links = [...own, ...childrenOf(element, names, "atom:link").flatMap((link) => linkOf(link, place))];
  const isPage = guid?.attribs.isPermaLink !== "false" && /^https?:\/\//iu.test(id ?? "");
  const people = childrenOf(element, names, "dc:creator", "author", "itunes:author", "managingeditor");
  return {
    id,
    link: pageAmong(links) ?? (isPage ? id : undefined),
    links,
    title: text("title") ?? text("dc:title"),
    summary: text("description") ?? text("summary"),
    content: childrenOf(
      element,
      names,
      "content:encoded",
      "fulltext",
      "yandex:full-text",
      "atom:content",
      "content",
    ).map(rssText),
    authors: people.map((person) => rssPerson(textContent(person))),
    dates: datesOf(element, names),
  };
}

/** RSS: `me@site.example (Name)` or a name. */
function rssPerson(written: string): FeedPerson {
  const text = written.trim().slice(0, 200);
  const match = /^([^\s@()]+@[^\s@()]+)\s*(?:\(([^()]*)\))?$/u.exec(text);
  return match === null ? { name: text } : { name: match[2], email: match[1] };
}

function datesOf(element: Element, names: Names): string[] {
  return DATES.flatMap((name) => {
    const date = textOf(element, names, name);
    return date === undefined ? [] : [date];
  });
}
