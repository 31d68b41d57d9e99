import { findPersonalData as findInText } from "../language/personal-data/find.ts";
import type { PersonalKind } from "../language/personal-data/kinds.ts";

export interface PersonalData {
  readonly kind: "phone" | "e-mail" | "identification number" | "bank card";
  readonly at: number;
}

/** Mentions, links and addresses are for prose: published files hold styles, code and the report's own links. */
const KINDS = ["phone", "e-mail", "id", "card"] as const satisfies readonly PersonalKind[];
const NAMES = { phone: "phone", "e-mail": "e-mail", id: "identification number", card: "bank card" } as const;

/**
 * Phones with a country code, e-mail addresses, individual identification numbers and bank cards in a text that is
 * to be published, by the rules that also clean the posts. `allowed` are addresses that may stand: the study's
 * contact, in lower case. Never returns the value itself.
 */
export function findPersonalData(text: string, allowed: readonly string[]): PersonalData[] {
  return findInText(text, { kinds: KINDS, prefixedPhonesOnly: true })
    .filter(({ start, end }) => !allowed.includes(text.slice(start, end).toLowerCase()))
    .map(({ kind, start }) => ({ kind: NAMES[kind as (typeof KINDS)[number]], at: start }));
}
