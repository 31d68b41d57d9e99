import type { CollectorName } from "../study/collecting.ts";
import type { Collector } from "./collector.ts";
import { instagram } from "./instagram.ts";
import { telegram } from "./telegram.ts";
import { vk } from "./vk.ts";
import { web } from "./web.ts";
import { youtube } from "./youtube.ts";

/** One collector a platform. */
export const collectors: Readonly<Record<CollectorName, Collector>> = {
  telegram,
  web,
  instagram,
  vk,
  youtube,
};
