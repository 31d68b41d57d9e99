/** The whole demo study: its capture files as bytes and the truth about every record, from a seed alone. */

import { dayOf, inWindow } from "./calendar.ts";
import { exportRecord } from "./export-record.ts";
import { gzip } from "./gzip.ts";
import { foldHashtag } from "./hashtags.ts";
import { instagramExport } from "./instagram-ndjson.ts";
import { meltwaterExport, quarterOf } from "./meltwater-export.ts";
import { organisationPosts } from "./organisation-posts.ts";
import { type PublicPost, publicPosts } from "./public-posts.ts";
import { telegramCapture } from "./telegram-pages.ts";
import { type TruthRow, truthOf } from "./truth.ts";
import { webCapture } from "./web-pages.ts";

export interface Demo {
  /** Path below `raw/demo/` and bytes. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly truth: readonly TruthRow[];
}

function publicRow(post: PublicPost, file: string): TruthRow {
  return {
    capture: `meltwater/${file}`,
    platform: post.platform,
    native_id: post.fault === "url" ? "" : post.url,
    corpus: "public",
    day: dayOf(post.time),
    in_window: inWindow(post.time),
    ...truthOf(post.story),
    hashtags: post.hashtags.map(foldHashtag),
    copy_of: post.copyOf ?? null,
    broken: post.fault !== undefined,
  };
}

/** Makes every capture of the demo study. `scale` 1 is the published size; smaller ones are for tests. */
export function generateDemo(seed: number, scale: number): Demo {
  const files = new Map<string, Buffer>();
  const truth: TruthRow[] = [];
  for (const scope of ["general", "inclusive"] as const) {
    const quarters = new Map<string, PublicPost[]>();
    for (const post of publicPosts(seed, scope, scale)) {
      const quarter = quarterOf(post);
      const kept = quarters.get(quarter);
      if (kept) kept.push(post);
      else quarters.set(quarter, [post]);
    }
    for (const quarter of [...quarters.keys()].sort()) {
      const file = `${scope}-${quarter}.csv.gz`;
      const posts = quarters.get(quarter)!;
      files.set(`meltwater/${file}`, gzip(meltwaterExport(posts, seed, file)));
      for (const post of posts) truth.push(publicRow(post, file));
    }
  }
  files.set("meltwater/export.yml", Buffer.from(exportRecord()));
  let first = true;
  let at = 0;
  for (const [organisation, posts] of organisationPosts(seed, "telegram", scale)) {
    if (posts.length === 0) continue;
    const spoilt = first && posts.length > 20;
    if (spoilt) first = false;
    const { warc, rows } = telegramCapture(organisation, posts, seed, spoilt, at++ % 5 === 1 ? 1 : 0);
    files.set(`telegram/${organisation.telegram}.warc.gz`, warc);
    truth.push(...rows);
  }
  const accounts = [...organisationPosts(seed, "instagram", scale).values()];
  for (let batch = 0; batch < 4; batch++) {
    const file = `accounts-${batch + 1}.ndjson.gz`;
    const posts = accounts.filter((_, i) => i % 4 === batch).flat();
    const { text, rows } = instagramExport(posts, file, seed, batch % 2 === 0 ? 2 : 1, 1);
    files.set(`instagram/${file}`, gzip(Buffer.from(text)));
    truth.push(...rows);
  }
  at = 0;
  for (const [organisation, posts] of organisationPosts(seed, "web", scale)) {
    const layout = (at % 3) as 0 | 1 | 2;
    const { warc, rows, host } = webCapture(organisation, posts, seed, layout, at++ % 2 === 0 ? 1 : 0);
    files.set(`web/${host}.warc.gz`, warc);
    truth.push(...rows);
  }
  return { files, truth };
}
