import { CaptureError } from "./capture-error.ts";

/** What is read from a Meltwater export, and the names that its column has had. */
const NAMES = {
  date: ["date", "published date", "publication date"],
  time: ["time", "published time"],
  alternate: ["alternate date format"],
  url: ["url", "link", "document url"],
  document: ["document id"],
  headline: ["headline", "title"],
  opening: ["opening text", "snippet", "content", "body"],
  hit: ["hit sentence", "hit sentences"],
  source: ["source", "source name", "source domain"],
  author: ["influencer", "author", "author name"],
  handle: ["author handle", "x screen name", "twitter screen name", "screen name"],
  profile: ["user profile url", "author profile url"],
  views: ["views", "video views"],
  likes: ["likes", "reactions"],
  comments: ["comments", "replies"],
  shares: ["shares", "reposts", "retweets"],
} as const;

export type MeltwaterColumn = keyof typeof NAMES;

/** A row's field, trimmed, under the first of its names that is filled; empty where there is none. */
export type FieldOf = (column: MeltwaterColumn, fields: readonly string[]) => string;

/**
 * Finds the columns by their names, of whatever age of the export, letter case aside. Throws `CaptureError` where
 * the date, the address or every column with words is missing.
 */
export function meltwaterColumns(name: string, header: readonly string[]): FieldOf {
  const names = header.map((column) => column.trim().replace(/\s+/gu, " ").toLowerCase());
  const positions = new Map<string, number[]>();
  for (const [column, spellings] of Object.entries(NAMES)) {
    const found = spellings.map((spelling) => names.indexOf(spelling)).filter((position) => position >= 0);
    if (found.length > 0) positions.set(column, found);
  }
  const missing = [
    ...(positions.has("date") ? [] : ["Date"]),
    ...(positions.has("url") ? [] : ["URL (or Link)"]),
    ...(["headline", "opening", "hit"].some((column) => positions.has(column))
      ? []
      : ["Headline (or Title), Opening Text (or Snippet, Content) or Hit Sentence"]),
  ];
  if (missing.length > 0) {
    throw new CaptureError(
      `${name}: found the columns ${header
        .map((column) => `"${column}"`)
        .join(", ")
        .slice(0, 2000)}; ` +
        `expected a Meltwater export, which has ${missing.join("; ")}; ` +
        "export it again, or describe the file in study.yml as a capture of kind table",
    );
  }
  return (column, fields) => {
    for (const position of positions.get(column) ?? []) {
      const value = (fields[position] ?? "").trim();
      if (value !== "") return value;
    }
    return "";
  };
}
