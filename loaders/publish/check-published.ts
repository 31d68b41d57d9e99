import { join } from "node:path";
import { accountKey } from "../identity/account.ts";
import { studyKey } from "../identity/key.ts";
import { postId } from "../identity/post-id.ts";
import { pseudonym } from "../identity/pseudonym.ts";
import type { Layout } from "../study/layout.ts";
import type { Study } from "../study/types.ts";
import { checkPrivacy, type PrivacyReport } from "./privacy-check.ts";

/** Searches a study's published data and its built site (`dist`, absolute) for what must not leave. */
export function checkPublished(
  layout: Layout,
  study: Study,
  dist: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<PrivacyReport> {
  const { key } = studyKey(study.synthetic, join(layout.root, layout.home), environment);
  return checkPrivacy({
    posts: join(layout.root, layout.derived, "posts.parquet"),
    folders: [join(layout.root, layout.published), dist],
    pseudonymOf: (platform, account) => pseudonym(key, platform, accountKey(account)),
    postIdOf: postId,
    allowed: [study.contact.toLowerCase()],
  });
}
