import { brandwatch } from "./brandwatch.ts";
import type { Dialect } from "./dialect.ts";
import { elasticsearch, mediaCloud } from "./query-string.ts";
import { talkwalker } from "./talkwalker.ts";

/** Where queries can be taken. */
export const platforms: readonly Dialect[] = [brandwatch, talkwalker, elasticsearch, mediaCloud];
