import type { Document, Element } from "domhandler";
import { findDate } from "./date-words.ts";
import { furnitureKind } from "./furniture.ts";
import { visibleText } from "./html.ts";
import { metaContent } from "./meta.ts";
import { hasAncestor } from "./place.ts";
import { elementsAt } from "./select.ts";
import type { TextBlock } from "./text-blocks.ts";
import { readIsoDate, readRfc822Date } from "./written-date.ts";
import type { Zone } from "./zoned-time.ts";

const META = [
  "article:published_time",
  "og:published_time",
  "datePublished",
  "pubdate",
  "publish_date",
  "publish-date",
  "publication_date",
  "parsely-pub-date",
  "mediator_published_time",
  "sailthru.date",
  "dcterms.issued",
  "dcterms.created",
  "dc.date.issued",
  "dc.date",
  "article:published",
  "dateCreated",
  "date",
];
const DAY = 86_400_000;
/** Longest line that is a date with what stands around it, characters. */
const MAX_LINE = 120;
/** Blocks searched after and before the headline. */
const AFTER = 10;
const BEFORE = 4;
/** Words before a date that stands below the text. */
const PUBLISHED = /дата|добавлен|опубликован|размещен|жариялан|жарыққа|қосылған|jarııalan|published|posted/iu;
const CHANGED = /обновлен|изменен|жаңарт|өзгерт|jańart|updated|modified|edited/iu;

/** What of a page its date may be read from. */
export interface DatedPage {
  readonly page: Document;
  readonly blocks: readonly TextBlock[];
  readonly heading: TextBlock | undefined;
  /** `datePublished` of its JSON-LD. */
  readonly stated: string | undefined;
  readonly uri: string;
  readonly zone: Zone;
  /** Milliseconds since 1970 UTC: tells "yesterday", and that a later date is none. */
  readonly capturedAt: number | undefined;
}

interface Candidate {
  readonly time: number;
  readonly hasClock: boolean;
}

/**
 * When an article was published, in milliseconds since 1970 UTC: by its JSON-LD, its `<meta>`, its `<time>`, a
 * date in words by the headline, or its address, in this order; undefined where none is found. A day without a
 * clock takes that of the next source with the same day. A clock without an offset is `zone`'s.
 */
export function articleDate(dated: DatedPage): number | undefined {
  const { zone, capturedAt } = dated;
  const latest = capturedAt === undefined ? Number.POSITIVE_INFINITY : capturedAt + DAY;
  let day: Candidate | undefined;
  for (const candidate of candidatesOf(dated)) {
    if (candidate.time > latest) continue;
    if (day === undefined) {
      if (candidate.hasClock) return candidate.time;
      day = candidate;
    } else if (candidate.hasClock && dayOf(candidate.time, zone) === dayOf(day.time, zone)) {
      return candidate.time;
    }
  }
  return day?.time;
}

function* candidatesOf(dated: DatedPage): Generator<Candidate> {
  const { page, zone, capturedAt } = dated;
  const read = (text: string | undefined): Candidate[] => {
    const written = text?.trim() ?? "";
    const time = readIsoDate(written, zone) ?? readRfc822Date(written);
    if (time !== undefined) return [{ time, hasClock: /\d:\d\d/u.test(written) }];
    const found = findDate(written, zone, capturedAt);
    return found === undefined ? [] : [found];
  };
  yield* read(dated.stated);
  for (const name of META) yield* read(metaContent(page, name));
  for (const element of elementsAt(page, '[itemprop~="datePublished"]')) {
    yield* read(element.attribs.content ?? element.attribs.datetime ?? visibleText(element));
  }
  const times = elementsAt(page, "article time, main time, time").filter(isOfArticle);
  const own = times.filter(({ attribs }) => "pubdate" in attribs);
  for (const element of [...own, ...times].slice(0, 3)) yield* read(element.attribs.datetime);
  yield* nearHeading(dated);
  for (const element of times.slice(0, 1)) yield* read(visibleText(element));
  const inAddress = /\/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)/u.exec(dated.uri);
  if (inAddress !== null) {
    const [, year, month, day] = inAddress;
    yield* read(`${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`);
  }
}

/** Dates in short lines below the headline, close above it, and the first below the text that says what it is. */
function* nearHeading({ blocks, heading, zone, capturedAt }: DatedPage): Generator<Candidate> {
  if (heading === undefined) return;
  const at = blocks.indexOf(heading);
  const below = blocks.slice(at + 1, at + 1 + AFTER);
  const above = blocks.slice(Math.max(0, at - BEFORE), at).reverse();
  // The headline's own block may hold the date, on a line of its own.
  const lines = [...heading.text.split("\n").slice(1), ...[...below, ...above].flatMap(linesOf)];
  const published = [
    ...lines.filter((line) => !CHANGED.test(line)),
    ...lines.filter((line) => CHANGED.test(line)),
  ];
  for (const line of published) {
    const found = line.length > MAX_LINE ? undefined : findDate(line, zone, capturedAt);
    if (found !== undefined) yield found;
  }
  const labelled = blocks
    .slice(at + 1 + AFTER)
    .find(({ text }) => text.length <= MAX_LINE && PUBLISHED.test(text));
  const found = labelled === undefined ? undefined : findDate(labelled.text, zone, capturedAt);
  if (found !== undefined) yield found;
}

/** A line of links announces other articles. */
function linesOf(block: TextBlock): string[] {
  return block.linked > 0.7 ? [] : block.text.split("\n");
}

function isOfArticle(element: Element): boolean {
  return !hasAncestor(element, (around) => furnitureKind(around) === "certain");
}

function dayOf(time: number, zone: Zone): number {
  return Math.floor((time + zone.offset(time)) / DAY);
}
