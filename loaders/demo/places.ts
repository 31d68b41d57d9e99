/** How posts name a region: the region itself, its towns, a district; in Russian and Kazakh, inflected. */
import { phraseForm } from "./grammar-ru.ts";
import { suffixed } from "./kazakh-suffixes.ts";
import type { Random } from "./prng.ts";
import type { Place } from "./regions.ts";

const indeclinable = new Set([
  "Алматы",
  "Темиртау",
  "Хромтау",
  "Актобе",
  "Кокшетау",
  "Атырау",
  "Актау",
  "Текели",
  "Каратау",
  "Кульсары",
  "Кентау",
  "Аксу",
]);

/** How one story names its region. */
export interface Mention {
  readonly id: string;
  /** Russian: where (`в Костанайской области`), whose (`Костанайской области`). */
  readonly ru: { readonly at: string; readonly of: string; readonly from: string };
  readonly kk: { readonly at: string; readonly of: string; readonly from: string };
}

function russian(name: string, kind: "town" | "oblast" | "district", random: Random): Mention["ru"] {
  const ofV = /^В[бвгджзклмнпрстфхцчшщ]/.test(name) ? "во" : "в";
  if (kind !== "town") {
    const form = (c: "p" | "g"): string => phraseForm(name, c, false).text;
    return { at: `${ofV} ${form("p")}`, of: form("g"), from: `из ${form("g")}` };
  }
  if (indeclinable.has(name)) {
    const prefix = random.chance(0.25) ? "городе " : "";
    return {
      at: `в ${prefix}${name}`,
      of: `${random.chance(0.25) ? "города " : ""}${name}`,
      from: `из ${name}`,
    };
  }
  if (name === "Нур-Султан") return { at: "в Нур-Султане", of: "Нур-Султана", from: "из Нур-Султана" };
  // A town in a soft consonant or й declines as a masculine noun; Cyrillic names in -а as feminine ones.
  const form = (c: "p" | "g"): string => {
    if (name.endsWith("а")) return name.slice(0, -1) + (c === "p" ? "е" : "ы");
    if (name.endsWith("й")) return name.slice(0, -1) + (c === "p" ? "е" : "я");
    return name + (c === "p" ? "е" : "а");
  };
  if (random.chance(0.15)) return { at: `в городе ${name}`, of: `города ${name}`, from: `из города ${name}` };
  return { at: `в ${form("p")}`, of: form("g"), from: `из ${form("g")}` };
}

function kazakh(stem: string, town: boolean, random: Random): Mention["kk"] {
  const whole = town && random.chance(0.4) ? `${stem} қаласы*` : stem;
  const at = whole.lastIndexOf(" ") + 1;
  const form = (suffix: string): string => whole.slice(0, at) + suffixed(whole.slice(at), [suffix]);
  return { at: form("loc"), of: form("gen"), from: form("abl") };
}

/**
 * Names a region as a post of `day` (ISO date) would: the region, its main town, another town. The three
 * regions of June 2022 are named as regions only after their day (one time in thirty before it: they were
 * announced in March). The capital is Нур-Султан before 17 September 2022 three times in four.
 */
export function mention(place: Place, day: string, remote: boolean, random: Random): Mention {
  if (remote && place.remote.length > 0) {
    const [ru, kk] = random.pick(place.remote);
    return { id: place.id, ru: russian(ru, "district", random), kk: kazakh(kk, false, random) };
  }
  const may = !place.since || day >= place.since || (day >= "2022-03-16" && random.chance(0.03));
  if (place.oblastRu && place.oblastKk && may && random.chance(0.5)) {
    return {
      id: place.id,
      ru: russian(place.oblastRu, "oblast", random),
      kk: kazakh(place.oblastKk, false, random),
    };
  }
  let [ru, kk] = random.chance(0.7) ? place.towns[0]! : random.pick(place.towns);
  if (place.id === "KZ-71" && day < "2022-09-17" && random.chance(0.75))
    [ru, kk] = ["Нур-Султан", "Нұр-Сұлтан"];
  return { id: place.id, ru: russian(ru, "town", random), kk: kazakh(kk, true, random) };
}
