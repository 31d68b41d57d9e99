import { escapeHtml } from "../html.ts";

/** What a page shows where a link to it is shared: title, report, and its first figure. */
export interface Card {
  readonly title: string;
  readonly report: string;
  /** The synthetic notice, where the corpus is. */
  readonly notice?: string;
  /** A drawn figure, as an SVG document. */
  readonly figure?: string;
}

/** Size in px that Open Graph readers agree on. */
export const cardSize = { width: 1200, height: 630 } as const;

const colours = { paper: "#fbfaf7", ink: "#1c2326", soft: "#4b555c", rule: "#2a8fa3" };
const margin = 64;

/** The card as an SVG document with fonts named `font`. Colours are those of light paper. */
export function cardSvg(card: Card, font: string): string {
  const { width, height } = cardSize;
  const inner = width - 2 * margin;
  const size = card.title.length > 60 ? 44 : 54;
  const lines = wrapped(card.title, inner / (size * 0.56)).slice(0, 3);
  const top = margin + size;
  const below = top + (lines.length - 1) * size * 1.18 + 36;
  const title = lines
    .map((line, at) => text(margin, top + at * size * 1.18, size, colours.ink, line, font))
    .join("");
  const footer = [card.report, ...(card.notice === undefined ? [] : [card.notice])].map(
    (line) => wrapped(line, inner / (22 * 0.54))[0] ?? "",
  );
  const foot = footer
    .map((line, at) =>
      text(margin, height - 40 - (footer.length - 1 - at) * 30, 22, colours.soft, line, font),
    )
    .join("");
  const room = height - 40 - footer.length * 30 - 20 - below;
  const picture = card.figure === undefined ? "" : placed(card.figure, margin, below, inner, room, font);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${colours.paper}"/><rect width="14" height="${height}" fill="${colours.rule}"/>${title}${picture}${foot}</svg>`;
}

function text(x: number, y: number, size: number, fill: string, content: string, font: string): string {
  return `<text x="${x}" y="${Math.round(y)}" font-family="${font}" font-size="${size}" fill="${fill}">${escapeHtml(content)}</text>`;
}

/** Lines of at most `most` letters, broken between words. */
function wrapped(content: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of content.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The figure scaled into a box, its style sheets and variables resolved to light paper's colours. */
function placed(figure: string, x: number, y: number, width: number, height: number, font: string): string {
  const size = /<svg[^>]*\swidth="([\d.]+)"[^>]*\sheight="([\d.]+)"/.exec(figure);
  if (size === null || height < 60) return "";
  const [own, tall] = [Number(size[1]), Number(size[2])];
  const scale = Math.min(width / own, height / tall);
  // A chart scaled below its size has letters that nobody can read: its upper part says more.
  const shown = Math.max(scale, 0.9);
  const body = figure
    .slice(figure.indexOf("<svg"))
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/var\(--[a-z0-9-]+,\s*([^()]+|[a-z]+\([^()]*\))\)/g, "$1")
    .replaceAll("currentColor", colours.ink)
    .replace(/font-family="[^"]*"/g, `font-family="${font}"`);
  const view = `0 0 ${Math.round(width / shown)} ${Math.round(height / shown)}`;
  return `<svg x="${x}" y="${Math.round(y)}" width="${width}" height="${Math.round(height)}" viewBox="${view}" overflow="hidden">${body}</svg>`;
}
