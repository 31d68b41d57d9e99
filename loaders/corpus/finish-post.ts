import { accountKey, hostOf, type OrganisationOf } from "../identity/account.ts";
import { postId } from "../identity/post-id.ts";
import { pseudonym } from "../identity/pseudonym.ts";
import { identifyScanned } from "../language/identify.ts";
import { normalise } from "../language/normalise.ts";
import type { IsPublicAccount } from "../language/personal-data/accounts.ts";
import type { PersonalCounts } from "../language/personal-data/kinds.ts";
import { redact } from "../language/personal-data/redact.ts";
import { Spans } from "../language/spans.ts";
import type { Cell } from "../parquet/write.ts";
import { localDay } from "./local-date.ts";
import { type RawPost, type Reject, reject } from "./outcome.ts";
import type { PlatformOfHost } from "./platform.ts";
import type { Zone } from "./zoned-time.ts";

/** What turns a raw post into a row; all of one capture entry. */
export interface Finishing {
  readonly corpus: string;
  readonly scope: string;
  /** The entry's platform; where it is not given, the address tells. */
  readonly platform: string | undefined;
  readonly platformOf: (host: string) => PlatformOfHost | undefined;
  readonly organisationOf: OrganisationOf;
  readonly zone: Zone;
  readonly key: string;
  readonly parser: string;
  /** Whether a text may name an account: it is the register's. */
  readonly isPublicAccount: IsPublicAccount;
  /** Called for each title and text with the number of values replaced in it, by kind. */
  readonly onReplaced: (counts: PersonalCounts) => void;
}

/** Longest text kept, in UTF-16 units: no post is longer, a book or a dump is. */
const MAX_TEXT = 1 << 20;

/**
 * A row of `partitionColumns`, or the reject that takes its place. Personal data in title and text is replaced by
 * typed marks before anything else is made of them. `capture` is the file
 * and record.
 */
export function finishPost(
  raw: RawPost,
  settings: Finishing,
  capture: string,
  position: number,
): readonly Cell[] | Reject {
  if (raw.text.length > MAX_TEXT) {
    return reject(
      raw.record,
      "too-long",
      `found a text of ${raw.text.length} characters, expected at most ${MAX_TEXT}`,
    );
  }
  const written = { title: normalise(raw.title ?? ""), text: normalise(raw.text) };
  if (written.title === "" && written.text === "") {
    return reject(raw.record, "no-text", "found neither a title nor a text");
  }
  if (isMisread(written.title + written.text)) {
    return reject(
      raw.record,
      "unreadable-encoding",
      "found characters that can't be decoded; save the file as UTF-8",
    );
  }
  const host = hostOf(raw.url ?? raw.nativeId);
  const byHost = host === undefined ? undefined : settings.platformOf(host);
  const platform = settings.platform ?? byHost?.platform;
  if (platform === undefined) {
    return reject(
      raw.record,
      "unknown-platform",
      "found no address of a known platform; give the capture a platform",
    );
  }
  // A site's publisher is the site; on a platform it is the account.
  const isSite = host !== undefined && !(byHost?.isWholePlatform ?? false);
  const outlet =
    raw.outlet === undefined ? (isSite ? host : undefined) : (hostOf(raw.outlet) ?? raw.outlet.toLowerCase());
  const account =
    isSite || raw.account === undefined ? (outlet ?? host ?? "unknown") : accountKey(raw.account);
  const organisation = settings.organisationOf(isSite ? "website" : platform, account);
  const title = withoutPersonalData(written.title, settings, tokensOfTitle);
  const text = withoutPersonalData(written.text, settings, tokensOfText);
  const { language, script, confidence, switching } = identifyScanned([
    { text: title, tokens: tokensOfTitle },
    { text, tokens: tokensOfText },
  ]);
  return [
    postId(platform, raw.nativeId),
    settings.corpus,
    settings.scope,
    platform,
    organisation ?? pseudonym(settings.key, platform, account),
    outlet,
    raw.publishedAt,
    localDay(raw.publishedAt, settings.zone),
    language,
    script,
    title === "" ? undefined : title,
    text,
    raw.views,
    raw.likes,
    raw.comments,
    raw.shares,
    capture,
    settings.parser,
    raw.author === undefined ? undefined : pseudonym(settings.key, `author of ${account}`, raw.author),
    confidence,
    switching,
    raw.capturedAt,
    position,
  ];
}

/** Of the post at hand, after personal data has been replaced: read for marks and for the language alike. */
const tokensOfTitle = new Spans();
const tokensOfText = new Spans();

function withoutPersonalData(
  text: string,
  { isPublicAccount, onReplaced }: Finishing,
  tokens: Spans,
): string {
  tokens.count = 0;
  if (text === "") return text;
  const redacted = redact(text, { isPublic: isPublicAccount }, tokens);
  onReplaced(redacted.counts);
  return redacted.text;
}

/** True where a tenth of a text is the mark of undecodable bytes. */
function isMisread(text: string): boolean {
  if (!text.includes("\ufffd")) return false;
  const marks = text.split("\ufffd").length - 1;
  return marks >= 3 && marks * 10 > text.length;
}
