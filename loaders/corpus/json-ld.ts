import type { Document } from "domhandler";
import { textContent } from "domutils";
import { elementsAt } from "./select.ts";

/** What a page's own JSON-LD says of its article, as it is written there. */
export interface ArticleData {
  readonly headline?: string;
  readonly datePublished?: string;
  readonly articleBody?: string;
  readonly url?: string;
  /** The first author's name. */
  readonly author?: string;
}

const ARTICLE = /(?:Article|BlogPosting|Posting|Report|Review)$/u;
/** Longest script read, and deepest nesting looked into. */
const MAX_LENGTH = 1 << 20;
const MAX_DEPTH = 6;

/** The first article among a page's JSON-LD (schema.org); undefined where there is none. */
export function articleData(page: Document): ArticleData | undefined {
  for (const script of elementsAt(page, 'script[type="application/ld+json"]')) {
    const text = textContent(script);
    if (text.length > MAX_LENGTH) continue;
    let value: unknown;
    try {
      value = JSON.parse(tidied(text));
    } catch {
      continue;
    }
    const found = articleIn(value, 0);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Some templates wrap the script in a comment or CDATA, or leave line ends within strings. */
function tidied(text: string): string {
  return text
    .trim()
    .replace(/^(?:<!--|(?:\/\/)?\s*<!\[CDATA\[)/u, "")
    .replace(/(?:-->|(?:\/\/)?\s*\]\]>)$/u, "")
    .replace(/[\u0000-\u001f]+/gu, " ");
}

function articleIn(value: unknown, depth: number): ArticleData | undefined {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 100)) {
      const found = articleIn(item, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const node = value as Record<string, unknown>;
  const types = Array.isArray(node["@type"]) ? node["@type"] : [node["@type"]];
  if (types.some((type) => typeof type === "string" && ARTICLE.test(type))) {
    return {
      headline: stringOf(node.headline) ?? stringOf(node.name),
      datePublished: stringOf(node.datePublished) ?? stringOf(node.dateCreated),
      articleBody: stringOf(node.articleBody),
      url: stringOf(node.url) ?? stringOf(node.mainEntityOfPage) ?? idOf(node.mainEntityOfPage),
      author: nameOf(node.author) ?? nameOf(node.creator),
    };
  }
  return articleIn(node["@graph"], depth + 1) ?? articleIn(node.mainEntity, depth + 1);
}

function nameOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === "string") return stringOf(first);
  return typeof first === "object" && first !== null
    ? stringOf((first as { name?: unknown }).name)
    : undefined;
}

function idOf(value: unknown): string | undefined {
  return typeof value === "object" && value !== null
    ? stringOf((value as { "@id"?: unknown })["@id"])
    : undefined;
}

function stringOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
