import { LINK, MENTION, type Spans } from "../spans.ts";
import { findHandles } from "./handles.ts";
import type { Finding } from "./kinds.ts";
import { holdsValue } from "./link-values.ts";
import { networkOf } from "./networks.ts";
import { ACCOUNT, ACCOUNT_HOST, NETWORK, SCHEME } from "./word-hints.ts";

/** Whether an account may be named; `platform` is undefined where the text does not say which. */
export type IsPublicAccount = (platform: string | undefined, account: string) => boolean;

/** First parts of a path that an account's name follows. */
const BEFORE_NAME = new Set([
  ..."s c user channel in profile people stories company add im invite".split(" "),
]);
/** `[id123|Name]`, as VKontakte writes a mention. */
const VK_MENTION = /\[(?:id|club|public)\d{1,12}\|[^[\]\n]{1,80}\]/gu;
/** Links that an application opens: `tg://resolve?domain=mama`, `viber://chat?number=…`, `skype:mama?call`. */
const APPLICATION_LINK =
  /(?<![\p{L}\d])(?:(?:tg|viber|whatsapp|vk|fb|fb-messenger|instagram|snssdk\d{1,6}|intent):\/\/|skype:|(?:tg|viber|whatsapp):(?=(?:resolve|join|chat|add|msg|send)\b))[\w@.+%:/?&=#,~-]{2,500}/giu;
/** Looks that cost less than the patterns. */
const APPLICATION = /:\/\/|(?:skype|tg|viber|whatsapp):/i;
const HAS_HOST_ACCOUNT = /\.t\.me|taplink\./i;
/** An @ apart from its name: `@ mama_kz`. */
const TORN_MENTION = /(?<![\p{L}\d])@ (?=[a-z\d.]{0,28}[\d_])[a-z][\w.]{2,29}(?![\p{L}\d@])/giu;
/** `mama.t.me` without a scheme or a path, which is no token of its own. */
const HOST_ACCOUNT =
  /(?<![\p{L}\d_.@/-])(?!www\.)[a-z][a-z\d_]{2,31}\.(?:t\.me|taplink\.(?:cc|ws|at|ru))(?![\p{L}\d_/-]|\.[a-z\d])/giu;

/** Mentions and links of accounts that are not public, among the tokens of a text. `hints`: the bits of its words. */
export function findAccounts(
  text: string,
  tokens: Spans,
  hints: number,
  isPublic: IsPublicAccount,
): Finding[] {
  const found: Finding[] = [];
  const count = (hints & ACCOUNT) === 0 ? 0 : tokens.count;
  for (let i = 0; i < count; i++) {
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

/** Hints without one of which a text that has no @ holds no account that no token shows. */
export const HIDDEN_ACCOUNT_HINTS = NETWORK | SCHEME | ACCOUNT_HOST;

/**
 * Accounts that no token shows: links into applications, hosts that name an account, handles after a network's name.
 * `hints`: the bits of the text's words.
 */
export function findHiddenAccounts(text: string, hints: number, isPublic: IsPublicAccount): Finding[] {
  const found = (hints & NETWORK) === 0 ? [] : findHandles(text, isPublic);
  if ((hints & SCHEME) !== 0 && APPLICATION.test(text)) {
    for (const { index, 0: link } of text.matchAll(APPLICATION_LINK)) {
      found.push({ kind: "link", start: index, end: index + link.replace(/[.,:?~-]+$/u, "").length });
    }
  }
  if (text.includes("@ ")) {
    for (const { index, 0: mention } of text.matchAll(TORN_MENTION)) {
      const name = mention.slice(2).replace(/\.+$/u, "");
      if (!isPublic(undefined, name.toLowerCase()))
        found.push({ kind: "account", start: index, end: index + 2 + name.length });
    }
  }
  if ((hints & ACCOUNT_HOST) !== 0 && HAS_HOST_ACCOUNT.test(text)) {
    for (const { index, 0: host } of text.matchAll(HOST_ACCOUNT)) {
      const named = networkOf(host.toLowerCase());
      if (named?.account === undefined || isPublic(named.network, named.account)) continue;
      found.push({ kind: "link", start: index, end: index + host.length });
    }
  }
  return found;
}

/**
 * A link into a network, to a profile or to a post, that names no public account; or any link whose query holds a
 * telephone number, a mail address or an identification number. A network's own front page is nobody's.
 */
function leadsToPerson(link: string, isPublic: IsPublicAccount): boolean {
  const [origin, authority = ""] = ORIGIN.exec(link)!;
  const network = networkOf(authority.replace(AROUND_HOST, "").toLowerCase());
  const [path = "", query = ""] = splitAtQuery(link.slice(origin.length));
  if (network === undefined) return holdsValue(query);
  if (network.account !== undefined) return !isPublic(network.network, network.account);
  const parts = path.split("/", 4).filter((part) => part !== "");
  const name = (BEFORE_NAME.has(parts[0] ?? "") ? parts[1] : parts[0]) ?? "";
  if (name === "" && query === "") return false;
  return name === "" || !isPublic(network.network, name.replace(/^@/u, "").toLowerCase());
}

/** Scheme and host of a link. */
const ORIGIN = /^(?:https?:\/\/)?([^/?#]*)/i;
/** The user's name before the host, and the port behind it. */
const AROUND_HOST = /^.*@|:\d*$/gsu;

function splitAtQuery(rest: string): [path: string, query: string] {
  const at = rest.search(/[?#]/u);
  return at === -1 ? [rest, ""] : [rest.slice(0, at), rest.slice(at + 1)];
}
