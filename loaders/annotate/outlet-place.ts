import type { Outlet } from "../study/places.ts";
import type { Organisation } from "../study/study.ts";

/** Where whoever published a post is at home; both null where the study does not say. */
export interface OutletPlace {
  readonly region: string | null;
  /** True for one that serves the whole country. */
  readonly national: boolean | null;
}

const UNKNOWN: OutletPlace = { region: null, national: null };

/**
 * The place of an organisation of the register, or of an outlet of outlets.csv by its host name: its region, or the
 * whole country where the study names none. The register comes first.
 */
export function outletPlaces(
  organisations: readonly Organisation[],
  outlets: readonly Outlet[],
): (sourceId: string, outlet: string | null | undefined) => OutletPlace {
  const byOrganisation = new Map(organisations.map(({ id, region }) => [id, placeOf(region)]));
  const byHost = new Map(outlets.map(({ id, region }) => [id, placeOf(region)]));
  return (sourceId, outlet) =>
    byOrganisation.get(sourceId) ?? (outlet == null ? undefined : byHost.get(outlet)) ?? UNKNOWN;
}

function placeOf(region: string | undefined): OutletPlace {
  return { region: region ?? null, national: region === undefined };
}
