/** Public posts as Meltwater exports them: UTF-16LE with a byte order mark, tabs, quoted where needed. */
import { dayOf } from "./calendar.ts";
import { random } from "./prng.ts";
import type { PublicPost } from "./public-posts.ts";

const columns = [
  "Date",
  "Headline",
  "URL",
  "Opening Text",
  "Hit Sentence",
  "Source",
  "Influencer",
  "Country",
  "Subregion",
  "Language",
  "Reach",
  "Desktop Reach",
  "Mobile Reach",
  "Twitter Social Echo",
  "Facebook Social Echo",
  "Reddit Social Echo",
  "National Viewership",
  "Engagement",
  "AVE",
  "Sentiment",
  "Key Phrases",
  "Input Name",
  "Keywords",
  "Twitter Authority",
  "Tweet Id",
  "Twitter Id",
  "Twitter Client",
  "Twitter Screen Name",
  "User Profile Url",
  "Twitter Bio",
  "Twitter Followers",
  "Twitter Following",
  "Alternate Date Format",
  "Time",
  "State",
  "City",
  "Document Tags",
];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `31-May-2023 11:05PM`, in local time. */
export function meltwaterDate(local: number): string {
  const date = new Date(local);
  const hour = date.getUTCHours();
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${two(date.getUTCDate())}-${months[date.getUTCMonth()]}-${date.getUTCFullYear()} ${two(hour % 12 || 12)}:${two(date.getUTCMinutes())}${hour < 12 ? "AM" : "PM"}`;
}

function quoted(field: string): string {
  return /[\t"\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

const languages: Readonly<Record<string, string>> = {
  ru: "Russian",
  kk: "Kazakh",
  "kk-latin": "Kazakh",
  mixed: "Russian",
  other: "Unknown",
};
const badDates = ["31-Foo-2022 10:00AM", "not a date", "45-May-2022 09:12AM", ""];

/** The bytes of one export; `name` seeds the figures that mean nothing (reach, engagement). */
export function meltwaterExport(posts: readonly PublicPost[], seed: number, name: string): Buffer {
  const own = random(seed, `meltwater-${name}`);
  const lines = [columns.join("\t")];
  for (const post of posts) {
    const cell: Record<string, string> = {
      Date: post.fault === "date" ? own.pick(badDates) : meltwaterDate(post.time),
      Headline: post.headline,
      URL: post.fault === "url" ? "" : post.url,
      "Opening Text": post.opening,
      "Hit Sentence": post.hit,
      Source: post.source,
      Influencer: post.author,
      Country: "Kazakhstan",
      Language: languages[post.story.language]!,
      Reach: String(own.int(1, 60) * 100),
      Engagement: String(Math.floor(own.next() ** 4 * 60)),
      Sentiment: own.weighted({ Neutral: 6, Positive: 2, Negative: 2 }),
      "Input Name": "Education KZ",
      "Twitter Screen Name": post.platform === "twitter" ? post.handle : "",
    };
    const fields = columns.map((column) => quoted(cell[column] ?? ""));
    lines.push((post.fault === "fields" ? fields.slice(0, own.int(3, 12)) : fields).join("\t"));
  }
  return Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`, "utf16le");
}

/** The quarter whose file a post stands in; posts outside the window go to the nearest. */
export function quarterOf(post: PublicPost): string {
  const day = dayOf(post.time);
  if (day < "2022-01-01") return "2022q1";
  if (day > "2023-06-30") return "2023q2";
  return `${day.slice(0, 4)}q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
