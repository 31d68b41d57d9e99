export const collectorNames = ["telegram", "web", "instagram", "vk", "youtube"] as const;
export type CollectorName = (typeof collectorNames)[number];

/** The register of collection. */
export interface Collecting {
  /** Seconds between two requests to one host, before jitter. */
  readonly delay: number;
  /** Hosts that may be reached at a private address, by name. */
  readonly privateHosts: readonly string[];
  readonly sources: readonly CollectSource[];
}

/** What one collector fetches: an account, a site's list of pages, or the accounts of all organisations. */
export interface CollectSource {
  readonly id: string;
  readonly collector: CollectorName;
  /** Channel, handle or id, as the platform writes it. */
  readonly account?: string;
  /** A feed, a sitemap, or a page that links its feed. */
  readonly url?: string;
  /** In place of an account or address: those of organisations.csv, in the collector's column. */
  readonly accounts?: "organisations";
  /** Hosts beside the address's own on which pages may stand. */
  readonly hosts?: readonly string[];
  /** The capture entry whose files these are. */
  readonly capture: string;
  /** ISO date; the window's first day where absent. */
  readonly since?: string;
}
