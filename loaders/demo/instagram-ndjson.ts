/** Accounts' posts as the Zeeschuimer browser extension exports them: one JSON object a line. */
import { postCode } from "./authors.ts";
import { dayOf, inWindow, unixOf } from "./calendar.ts";
import { foldHashtag } from "./hashtags.ts";
import type { OrganisationPost } from "./organisation-posts.ts";
import { random } from "./prng.ts";
import { type TruthRow, truthOf } from "./truth.ts";

/** The lines of one export and their truth; `cut` lines end in the middle, `timeless` lines have no time. */
export function instagramExport(
  posts: readonly OrganisationPost[],
  file: string,
  seed: number,
  cut: number,
  timeless: number,
): { text: string; rows: TruthRow[] } {
  const own = random(seed, `instagram-${file}`);
  const order = own.shuffle(posts.map((_, i) => i));
  const cutLines = new Set(order.slice(0, cut));
  const timelessLines = new Set(order.slice(cut, cut + timeless));
  const codes = new Set<string>();
  const rows: TruthRow[] = [];
  const lines = posts.map((post, i) => {
    let code = postCode(own);
    while (codes.has(code)) code = postCode(own);
    codes.add(code);
    const tags = post.hashtags.map((tag) => `#${tag}`).join(" ");
    const text = post.paragraphs.join("\n") + (tags ? `\n.\n${tags}` : "");
    const id = `30${own.int(100_000, 999_999)}${i}`;
    const item = {
      item_id: id,
      source_platform: "instagram.com",
      source_platform_url: `https://www.instagram.com/${post.organisation.instagram}/`,
      data: {
        id,
        code,
        ...(timelessLines.has(i) ? {} : { taken_at: unixOf(post.time) }),
        media_type: own.pick([1, 1, 2, 8]),
        user: { username: post.organisation.instagram, full_name: post.organisation.nameRu },
        caption: { text },
        like_count: Math.floor(own.next() ** 3 * 900),
        comment_count: Math.floor(own.next() ** 4 * 60),
      },
    };
    const line = JSON.stringify(item);
    rows.push({
      capture: `instagram/${file}`,
      platform: "instagram",
      native_id: code,
      corpus: "organisations",
      day: dayOf(post.time),
      in_window: inWindow(post.time),
      ...truthOf(post.story),
      hashtags: post.hashtags.map(foldHashtag),
      copy_of: null,
      broken: cutLines.has(i) || timelessLines.has(i),
    });
    return cutLines.has(i) ? line.slice(0, Math.floor(line.length * 0.7)) : line;
  });
  return { text: `${lines.join("\n")}\n`, rows };
}
