import type { Source, SourceName } from "../study/bibliography.ts";
import { elementId, escapeHtml } from "./html.ts";

/** A bibliography entry in an author-date style, as HTML. */
export function formatSource(source: Source): string {
  const authors = (source.author ?? []).map(nameOf).join(", ");
  const year = source.issued?.slice(0, 4);
  const venue = [
    source["container-title"] === undefined ? undefined : `<i>${escapeHtml(source["container-title"])}</i>`,
    source.volume === undefined
      ? undefined
      : escapeHtml(source.volume) + (source.issue === undefined ? "" : `(${escapeHtml(source.issue)})`),
    source.page === undefined ? undefined : escapeHtml(source.page),
  ].filter((part) => part !== undefined);
  const title =
    source["container-title"] === undefined ? `<i>${escapeHtml(source.title)}</i>` : escapeHtml(source.title);
  const parts = [
    authors === "" ? undefined : `${escapeHtml(authors)}${year === undefined ? "" : ` (${year})`}`,
    authors === "" && year !== undefined ? `${title} (${year})` : title,
    venue.length === 0 ? undefined : venue.join(", "),
    source.publisher === undefined ? undefined : escapeHtml(source.publisher),
    source.DOI === undefined
      ? undefined
      : `<a href="https://doi.org/${encodeURI(source.DOI)}" rel="external">doi:${escapeHtml(source.DOI)}</a>`,
    source.DOI === undefined && isWebAddress(source.URL)
      ? `<a href="${escapeHtml(source.URL!)}" rel="external">${escapeHtml(source.URL!)}</a>`
      : undefined,
  ].filter((part) => part !== undefined);
  return `${parts.join(". ")}.`;
}

/** The list of cited works that closes a page, each with the id that `source:` links point to. */
export function sourceList(sources: readonly Source[], heading: string): string {
  if (sources.length === 0) return "";
  const items = sources.map(
    (source) => `<li id="source-${elementId(source.id)}">${formatSource(source)}</li>`,
  );
  return `<section class="sources" aria-labelledby="sources"><h2 id="sources">${escapeHtml(heading)}</h2><ol>${items.join("")}</ol></section>`;
}

function nameOf(name: SourceName): string {
  if (name.literal !== undefined) return name.literal;
  return [name.family, name.given].filter((part) => part !== undefined).join(", ");
}

function isWebAddress(address: string | undefined): boolean {
  return address !== undefined && /^https?:\/\//.test(address);
}
