import type MarkdownIt from "markdown-it";
import container from "markdown-it-container";
import type { Source } from "../study/bibliography.ts";
import { sourceList } from "./bibliography.ts";
import type { FigureReader } from "./figure-parts.ts";
import { elementId, escapeHtml } from "./html.ts";
import { claimIds } from "./page/claim-ids.ts";
import { claimValue } from "./page/claim-value.ts";
import { claimScheme, givenScheme, parseClaimLink, parseSourceLink, sourceScheme } from "./page/links.ts";
import type { ResultReader } from "./published-result.ts";
import { wordsOf } from "./words/words.ts";

export interface LiteratePageOptions {
  readonly results: ResultReader;
  readonly figures: FigureReader;
  readonly sources: readonly Source[];
  /** Named blocks, `::: NAME ARGUMENT`, each giving HTML: lists of steps, topics, organisations. */
  readonly blocks: Readonly<Record<string, (argument: string, path: string) => string>>;
  /** The language of the page at a path. */
  readonly language: (path: string) => string;
  /** Puts long HTML aside until the page is finished, and gives what holds its place; without, all stands in the page. */
  readonly hold?: (html: string) => string;
}

/** What Framework 1.13 hands to the renderer with each page. */
interface PageEnvironment {
  readonly path?: string;
}

/** Collected while a page is parsed, so that its end can list what it cites and shows. */
interface PageState {
  readonly cited: Set<string>;
  readonly claimed: Set<string>;
  readonly shown: Set<string>;
  readonly claimId: (href: string) => string;
}

type Token = ReturnType<MarkdownIt["parse"]>[number];

/**
 * A markdown-it plugin for the literate page: `claim:`, `source:` and `given:` links, `::: figure QUERY`
 * blocks drawn ahead, other named blocks, and at the page's end the Method of each claimed query that has no
 * figure on the page and the list of cited sources. It only renders: whether a claim holds is checked before.
 */
export function literatePage(md: MarkdownIt, options: LiteratePageOptions): MarkdownIt {
  md.core.ruler.push("literate-page", (state) => {
    const page: PageState = { cited: new Set(), claimed: new Set(), shown: new Set(), claimId: claimIds() };
    for (const token of state.tokens) {
      if (token.type === "container_figure_open") page.shown.add(argumentOf(token));
      for (const child of token.children ?? []) if (child.type === "link_open") readLink(child, page);
    }
    const missing = [...page.claimed].filter((query) => !page.shown.has(query));
    const cited = options.sources.filter((source) => page.cited.has(source.id));
    const language = options.language((state.env as PageEnvironment).path ?? "/");
    const ending = methodsOf(missing, options, language) + sourceList(cited, wordsOf(language).sources);
    if (ending !== "") {
      const token = new state.Token("literate_ending", "", 0);
      token.content = ending;
      state.tokens.push(token);
    }
  });
  md.renderer.rules.literate_ending = (tokens, index) => tokens[index]!.content;
  addLinks(md, options);
  addFigures(md, options);
  const hold = options.hold ?? String;
  for (const [name, block] of Object.entries(options.blocks)) {
    useContainer(md, name, {
      render: (tokens: Token[], index: number, _options: unknown, env: PageEnvironment) =>
        tokens[index]!.nesting === 1
          ? `<div class="block block-${name}">${hold(block(argumentOf(tokens[index]!, name), env.path ?? "/"))}\n`
          : "</div>\n",
    });
  }
  return md;
}

interface ContainerOptions {
  render(tokens: Token[], index: number, options: unknown, env: PageEnvironment): string;
}

/** markdown-it-container's types name another copy of markdown-it's. */
function useContainer(md: MarkdownIt, name: string, options: ContainerOptions): void {
  container(
    md as unknown as Parameters<typeof container>[0],
    name,
    options as Parameters<typeof container>[2],
  );
}

function addLinks(md: MarkdownIt, options: LiteratePageOptions): void {
  md.renderer.rules.link_open = (tokens, index, rendererOptions, _env, self) => {
    const token = tokens[index]!;
    const href = token.attrGet("href") ?? "";
    if (href.startsWith(claimScheme)) {
      const { query } = claimOf(href);
      const found = claimValue(href, options.results);
      const exact = typeof found === "string" ? found : `${found.column} = ${found.value}`;
      token.attrs = [
        ["class", typeof found === "string" ? "claim claim-broken" : "claim"],
        ...(token.meta?.id === undefined ? [] : [["id", token.meta.id] as [string, string]]),
        ["href", `#method-${elementId(query)}`],
        ["title", exact],
        ["data-query", query],
        ...(typeof found === "string" ? [] : [["data-row", String(found.at)] as [string, string]]),
      ];
    } else if (href.startsWith(sourceScheme)) {
      const { id, fact } = parseSourceLink(href);
      const source = options.sources.find((entry) => entry.id === id);
      const locator =
        fact === undefined ? undefined : (source?.statements?.[fact] ?? source?.facts?.[fact])?.locator;
      token.attrs = [
        ["class", "source"],
        ["href", `#source-${elementId(id)}`],
        ...(locator === undefined ? [] : [["title", locator] as [string, string]]),
      ];
    } else if (href.startsWith(givenScheme)) {
      const reason = decodeURI(href.slice(givenScheme.length)).replaceAll("-", " ");
      return `<span class="given" title="${escapeHtml(reason)}">`;
    }
    return self.renderToken(tokens, index, rendererOptions);
  };
  md.renderer.rules.link_close = (tokens, index, rendererOptions, _env, self) => {
    const open = openingOf(tokens, index);
    return open?.attrGet("href")?.startsWith(givenScheme) === true
      ? "</span>"
      : self.renderToken(tokens, index, rendererOptions);
  };
}

function addFigures(md: MarkdownIt, options: LiteratePageOptions): void {
  const hold = options.hold ?? String;
  useContainer(md, "figure", {
    render(tokens: Token[], index: number, _options: unknown, env: PageEnvironment) {
      const token = tokens[index]!;
      const language = options.language(env.path ?? "/");
      const words = wordsOf(language);
      if (token.nesting !== 1) {
        const parts = options.figures(argumentOf(openingBlock(tokens, index)), language);
        return parts === undefined
          ? "</figcaption></figure>\n"
          : `</figcaption><details class="figure-table"><summary>${words.table}<span class="visually-hidden">: ${escapeHtml(parts.title)}</span></summary>${hold(parts.table)}</details>${parts.method}${parts.choices}</figure>\n`;
      }
      const query = argumentOf(token);
      const parts = options.figures(query, language);
      const id = `fig-${elementId(query)}`;
      if (parts === undefined) {
        return `<figure class="figure" id="${id}"><p class="missing">${escapeHtml(words.noResult(query))}</p><figcaption>`;
      }
      return `<figure class="figure" id="${id}"><div class="figure-title">${escapeHtml(parts.title)}</div>${hold(parts.chart)}<figcaption>`;
    },
  });
}

function methodsOf(queries: readonly string[], options: LiteratePageOptions, language: string): string {
  const methods = queries
    .map((query) => options.figures(query, language))
    .filter((parts) => parts !== undefined);
  if (methods.length === 0) return "";
  const hold = options.hold ?? String;
  const words = wordsOf(language);
  const items = methods.map(
    (parts) =>
      `<div class="number-method"><p class="figure-title">${escapeHtml(parts.title)}</p><details class="figure-table"><summary>${words.table}<span class="visually-hidden">: ${escapeHtml(parts.title)}</span></summary>${hold(parts.table)}</details>${parts.method}${parts.choices}</div>`,
  );
  return `<section class="number-methods" aria-labelledby="numbers"><h2 id="numbers">${words.numbers}</h2>${items.join("")}</section>`;
}

function readLink(token: Token, page: PageState): void {
  const href = token.attrGet("href") ?? "";
  if (href.startsWith(claimScheme)) {
    page.claimed.add(claimOf(href).query);
    // Rendering may be done several times for one parsing: numbers are given here.
    token.meta = { ...token.meta, id: page.claimId(href) };
  }
  if (href.startsWith(sourceScheme)) page.cited.add(parseSourceLink(href).id);
}

function claimOf(href: string): { query: string } {
  const link = parseClaimLink(href);
  return typeof link === "string" ? { query: "" } : link;
}

function argumentOf(token: Token, name = "figure"): string {
  return token.info.trim().slice(name.length).trim();
}

function openingBlock(tokens: Token[], close: number): Token {
  for (let index = close - 1; index >= 0; index--) {
    const token = tokens[index]!;
    if (token.type === "container_figure_open" && token.level === tokens[close]!.level) return token;
  }
  throw new Error("a figure block ends that did not begin");
}

function openingOf(tokens: Token[], close: number): Token | undefined {
  let depth = 0;
  for (let index = close; index >= 0; index--) {
    const token = tokens[index]!;
    if (token.type === "link_close") depth += 1;
    if (token.type === "link_open" && --depth === 0) return token;
  }
  return undefined;
}
