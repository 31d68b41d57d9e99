import type { OrganisationAccounts } from "../identity/account.ts";
import { keyFingerprint } from "../identity/pseudonym.ts";
import type { Capture } from "../study/capture.ts";
import type { Study } from "../study/study.ts";
import type { PlatformHosts } from "./platform.ts";

/** What of the study the parsing of one capture entry depends on; plain JSON. */
export interface ParseParams {
  readonly entry: Capture;
  readonly timeZone: string;
  readonly platforms: readonly PlatformHosts[];
  readonly organisations: readonly OrganisationAccounts[];
  /** Fingerprint of the pseudonym key, so that another key parses again. */
  readonly key: string;
}

/** The parameters of one entry's parsing: only what it depends on, so that other changes leave it fresh. */
export function parseParams(study: Study, entry: Capture, pseudonymKey: string): ParseParams {
  return {
    entry,
    timeZone: study.timeZone,
    platforms: study.platforms.map(({ id, hosts }) => ({ id, hosts })),
    organisations: study.organisations.map(({ id, accounts }) => ({ id, accounts })),
    key: keyFingerprint(pseudonymKey),
  };
}
