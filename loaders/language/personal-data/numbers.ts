import { bankCardAt } from "./bank-card.ts";
import { DigitGroups } from "./digit-groups.ts";
import { identificationNumberAt } from "./identification-number.ts";
import type { Finding } from "./kinds.ts";
import { type PhoneSearch, phoneAt, phoneStart } from "./phone.ts";

/** Bank cards, identification numbers and telephone numbers in a text, in order, without overlaps. */
export function findNumbers(text: string, search: PhoneSearch): Finding[] {
  const groups = new DigitGroups(text);
  const edges = search.prefixedOnly ? "strict" : "loose";
  const found: Finding[] = [];
  let phoneEnd = -1;
  let idEnd = -1;
  for (let first = 0; first < groups.count; first++) {
    if (!groups.mayBeginValue(first)) continue;
    const start = groups.starts[first]!;
    const card = bankCardAt(groups, first, edges);
    const id = card === -1 ? identificationNumberAt(groups, first, idEnd, edges) : -1;
    const phone = card === -1 && id === -1 ? phoneAt(groups, first, phoneEnd, search) : -1;
    const last = Math.max(card, id, phone);
    if (last === -1) continue;
    const end = groups.ends[last]!;
    if (phone === -1) found.push({ kind: card === -1 ? "id" : "card", start, end });
    else {
      found.push({ kind: "phone", start: phoneStart(groups, first, last), end });
      phoneEnd = end;
    }
    if (id !== -1) idEnd = end;
    first = last;
  }
  return found;
}
