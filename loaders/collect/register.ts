import type { CollectorName, CollectSource } from "../study/collecting.ts";
import type { Organisation, Study } from "../study/study.ts";
import type { Task } from "./collector.ts";
import { collectors } from "./collectors.ts";

/** More than any time zone is from UTC. */
const ZONE_MARGIN_MS = 14 * 3_600_000;
const DAY_MS = 86_400_000;

/** The column of organisations.csv that holds a collector's accounts. */
const columnOf: Readonly<Record<CollectorName, string>> = {
  telegram: "telegram",
  web: "website",
  instagram: "instagram",
  vk: "vk",
  youtube: "youtube",
};

/**
 * The sources to collect, in the register's order, those of organisations one by one (`ID-ORGANISATION`). `since`
 * (ISO date) takes the place of the register's first days.
 */
export function tasksOf(
  study: Pick<Study, "collect" | "organisations" | "window">,
  environment: Readonly<Record<string, string | undefined>>,
  since?: string,
): Task[] {
  return (study.collect?.sources ?? [])
    .flatMap((source) => (source.accounts === undefined ? [source] : expanded(source, study.organisations)))
    .map((source) => {
      const first = since ?? source.since ?? study.window.from;
      const { needs } = collectors[source.collector];
      const settings = needs.flatMap((name) => {
        const value = environment[name]?.trim();
        return value ? [[name, value] as const] : [];
      });
      return {
        source,
        since: first,
        from: Date.parse(first) - ZONE_MARGIN_MS,
        to: Date.parse(study.window.to) + DAY_MS + ZONE_MARGIN_MS,
        settings: Object.fromEntries(settings),
      };
    });
}

function expanded(source: CollectSource, organisations: readonly Organisation[]): CollectSource[] {
  const { accounts: _, ...rest } = source;
  return organisations.flatMap((organisation) => {
    const account = organisation.accounts[columnOf[source.collector]];
    if (account === undefined || account === "") return [];
    const url = /^https?:\/\//u.test(account) ? account : `https://${account}`;
    const target = source.collector === "web" ? { url } : { account: account.replace(/^@/u, "") };
    return [{ ...rest, id: `${source.id}-${organisation.id}`, ...target }];
  });
}
