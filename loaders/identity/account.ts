/** The column of an organisation's accounts that holds its site. */
const SITE = "website";

export interface OrganisationAccounts {
  readonly id: string;
  readonly accounts: Readonly<Record<string, string>>;
}

/** Finds the organisation to which an account belongs; a site is asked for as the platform `website`. */
export type OrganisationOf = (platform: string, account: string) => string | undefined;

/** The register by account. Handles fit whatever their letter case, sites with and without `www`. */
export function organisationRegister(organisations: readonly OrganisationAccounts[]): OrganisationOf {
  const ids = new Map<string, string>();
  for (const { id, accounts } of organisations) {
    for (const [platform, account] of Object.entries(accounts)) {
      if (account.trim() === "") continue;
      const key = platform === SITE ? siteKey(account) : accountKey(account);
      if (key !== "" && !ids.has(`${platform}\n${key}`)) ids.set(`${platform}\n${key}`, id);
    }
  }
  return (platform, account) =>
    ids.get(`${platform}\n${platform === SITE ? siteKey(account) : accountKey(account)}`);
}

/**
 * Whether an account belongs to the register; where a text does not name the platform, whether it is the handle of
 * an organisation on any of them.
 */
export function publicAccounts(
  organisations: readonly OrganisationAccounts[],
): (platform: string | undefined, account: string) => boolean {
  const organisationOf = organisationRegister(organisations);
  const platforms = new Set(organisations.flatMap(({ accounts }) => Object.keys(accounts)));
  platforms.delete(SITE);
  return (platform, account) =>
    platform === undefined
      ? [...platforms].some((each) => organisationOf(each, account) !== undefined)
      : organisationOf(platform, account) !== undefined;
}

/**
 * One spelling for an account: lower case, without `@`; of a profile's address the name in it
 * (`https://facebook.com/Name/` and `facebook.com/profile.php?id=12` are `name` and `12`).
 */
export function accountKey(account: string): string {
  const text = account.trim().toLowerCase();
  const isAddress = /^https?:\/\//u.test(text) || /^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/./u.test(text);
  if (!isAddress) return text.replace(/^@/u, "");
  let url: URL;
  try {
    url = new URL(/^https?:/u.test(text) ? text : `https://${text}`);
  } catch {
    return text;
  }
  const segments = url.pathname.split("/").filter((segment) => segment !== "");
  const name = (segments[0] === "s" ? segments[1] : segments[0]) ?? "";
  if (name === "profile.php" || name === "") return url.searchParams.get("id") ?? siteKey(text);
  return name.replace(/^@/u, "");
}

/** A site's host in lower case, without `www.`, from a host or an address. */
export function siteKey(site: string): string {
  const text = site.trim().toLowerCase();
  return hostOf(/^https?:\/\//u.test(text) ? text : `https://${text}`) ?? text;
}

/** The host of an address, in lower case and without `www.`; undefined where it is no web address. */
export function hostOf(address: string): string | undefined {
  if (!/^https?:\/\//iu.test(address)) return undefined;
  try {
    return new URL(address).hostname.replace(/^www\./u, "").replace(/\.$/u, "") || undefined;
  } catch {
    return undefined;
  }
}
