import { hostEnd } from "../links.ts";
import { LINK, MENTION, type Spans } from "../spans.ts";
import type { Finding } from "./kinds.ts";

/** Whether an account may be named; `platform` is undefined where the text does not say which. */
export type IsPublicAccount = (platform: string | undefined, account: string) => boolean;

/** Networks on which people have accounts, by host. */
const NETWORKS: Readonly<Record<string, string>> = {
  "t.me": "telegram",
  "telegram.me": "telegram",
  "telegram.dog": "telegram",
  "instagram.com": "instagram",
  "instagr.am": "instagram",
  "facebook.com": "facebook",
  "fb.com": "facebook",
  "fb.me": "facebook",
  "vk.com": "vk",
  "vk.ru": "vk",
  "vkontakte.ru": "vk",
  "ok.ru": "ok",
  "odnoklassniki.ru": "ok",
  "twitter.com": "twitter",
  "x.com": "twitter",
  "tiktok.com": "tiktok",
  "youtube.com": "youtube",
  "youtu.be": "youtube",
  "threads.net": "threads",
  "threads.com": "threads",
  "linkedin.com": "linkedin",
  "wa.me": "whatsapp",
  "api.whatsapp.com": "whatsapp",
  "chat.whatsapp.com": "whatsapp",
  "viber.me": "viber",
  "my.mail.ru": "mail",
};
/** First parts of a path that an account's name follows. */
const BEFORE_NAME = new Set(["s", "c", "user", "channel", "in", "profile", "people", "stories", "company"]);
/** `[id123|Name]`, as VKontakte writes a mention. */
const VK_MENTION = /\[(?:id|club|public)\d{1,12}\|[^[\]\n]{1,80}\]/gu;

/** Mentions and links of accounts that are not public, among the tokens of a text. */
export function findAccounts(text: string, tokens: Spans, isPublic: IsPublicAccount): Finding[] {
  const found: Finding[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kinds[i];
    if (kind !== MENTION && kind !== LINK) continue;
    const start = tokens.starts[i]!;
    const end = tokens.ends[i]!;
    if (kind === MENTION) {
      if (!isPublic(undefined, text.slice(start + 1, end).toLowerCase()))
        found.push({ kind: "account", start, end });
    } else if (leadsToPerson(text.slice(start, end), isPublic)) found.push({ kind: "link", start, end });
  }
  if (text.includes("|")) {
    for (const { index, 0: mention } of text.matchAll(VK_MENTION)) {
      found.push({ kind: "account", start: index, end: index + mention.length });
    }
  }
  return found;
}

/** A link into a network, to a profile or to a post, that names no public account. A network's own front page is nobody's. */
function leadsToPerson(link: string, isPublic: IsPublicAccount): boolean {
  const scheme = /^https?:\/\//iu.exec(link)?.[0].length ?? 0;
  const end = hostEnd(link, scheme);
  const host = link.slice(scheme, end).toLowerCase();
  const network = networkOf(host);
  if (network === undefined) return false;
  const [path = "", query = ""] = link.slice(end).split(/[?#]/u, 2);
  const parts = path.split("/").filter((part) => part !== "");
  const name = (BEFORE_NAME.has(parts[0] ?? "") ? parts[1] : parts[0]) ?? "";
  if (name === "" && query === "") return false;
  return name === "" || !isPublic(network, name.replace(/^@/u, "").toLowerCase());
}

function networkOf(host: string): string | undefined {
  for (let from = 0; ; ) {
    const network = NETWORKS[host.slice(from)];
    if (network !== undefined) return network;
    const dot = host.indexOf(".", from);
    if (dot === -1) return undefined;
    from = dot + 1;
  }
}
