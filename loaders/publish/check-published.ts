import { join } from "node:path";
import { accountKey } from "../identity/account.ts";
import { studyKey } from "../identity/key.ts";
import { postId } from "../identity/post-id.ts";
import { pseudonym } from "../identity/pseudonym.ts";
import type { Layout } from "../study/layout.ts";
import type { Study } from "../study/study.ts";
import { checkPrivacy, type PrivacyReport } from "./privacy-check.ts";
import { PublishedWords } from "./published-words.ts";

/** Begins the check: reads a study's published data, which the site repeats and does not change. */
export async function readPublishedData(layout: Layout, study: Study): Promise<PublishedWords> {
  const words = new PublishedWords({ allowed: [study.contact.toLowerCase()] });
  await words.read(join(layout.root, layout.published));
  return words;
}

/** Searches a study's published data, as read, and its built site (`dist`, absolute) for what must not leave. */
export async function checkPublished(
  layout: Layout,
  study: Study,
  published: PublishedWords,
  dist: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<PrivacyReport> {
  const { key } = studyKey(study.synthetic, join(layout.root, layout.home), environment);
  await published.read(dist);
  return checkPrivacy({
    posts: join(layout.root, layout.derived, "posts.parquet"),
    published,
    pseudonymOf: (platform, account) => pseudonym(key, platform, accountKey(account)),
    postIdOf: postId,
  });
}
