import { syntheticIin } from "../../loaders/demo/iin.ts";
import { random } from "../../loaders/demo/prng.ts";
import { AUDIT_WAYS, LATER_WAYS } from "./planted-ways.ts";

export type PlantedKind = "phone" | "e-mail" | "id" | "account" | "link" | "card" | "address";

/**
 * Ways of writing: `first` were listed with the first rules, `audit` are those that an audit found missed, after which
 * the rules were changed, and `later` were typed when the changed rules stood, before these had been tried on them.
 */
export const WAY_SETS = ["first", "audit", "later"] as const;
export type WaySet = (typeof WAY_SETS)[number];

export interface Planted {
  readonly kind: PlantedKind;
  readonly value: string;
  /** A real text with the value in it. */
  readonly text: string;
  /** Where the value begins. */
  readonly start: number;
}

type Random = ReturnType<typeof random>;

const pick = <T>(own: Random, values: readonly T[]): T => own.pick(values);
const digits = (own: Random, count: number): string =>
  Array.from({ length: count }, () => own.int(0, 9)).join("");

/** Telephone numbers as people write them; `#` is any digit, `K` a Kazakhstan mobile code, `R` a Russian one. */
const PHONES = [
  ...["+7 K ### ## ##", "+7 (K) ### ## ##", "+7(K)###-##-##", "+7-K-###-##-##", "+7K#######", "+7 K #######"],
  ...[
    "8 K ### ## ##",
    "8K#######",
    "8 (K) ###-##-##",
    "8(K)#######",
    "8-K-###-##-##",
    "8 K ###-##-##",
    "8.K.###.##.##",
  ],
  ...[
    "7K#######",
    "7 K ### ## ##",
    "+7.K.###.##.##",
    "8K ### ## ##",
    "8K-###-##-##",
    "+7 K### ## ##",
    "8 K ### ####",
  ],
  ...["+7 R ### ## ##", "8 (R) ###-##-##", "8R#######", "+7R#######", "8-R-###-##-##", "7R#######"],
  ...["8 (7172) ##-##-##", "+7 (727) ###-##-##", "8 727 ### ## ##", "8(7252)##-##-##", "8 (495) ###-##-##"],
  ...[
    "+998 90 ### ## ##",
    "+996 555 ### ###",
    "+90 532 ### ## ##",
    "+49 30 ########",
    "+1 (212) 555-####",
    "+44 20 7946 ####",
  ],
  ...[
    "+380 67 ### ## ##",
    "+86 138 #### ####",
    "00998901######",
    "+7‑K‑###‑##‑##",
    "+7 K ###–##–##",
    "K ### ## ##",
    "K###-##-##",
  ],
];
const KZ_CODES = ["700", "701", "702", "705", "707", "708", "747", "771", "775", "776", "777", "778"];
const RU_CODES = ["903", "909", "916", "925", "926", "965", "977", "985", "999"];
const NAMES = [
  "aigul",
  "serik.k",
  "marat_2010",
  "alina-s",
  "nur.sultan95",
  "mama_dvoih",
  "d.petrova",
  "zhanar7",
  "info",
];
const HOSTS = [
  "mail.ru",
  "gmail.com",
  "inbox.kz",
  "yandex.kz",
  "school12.edu.kz",
  "bk.ru",
  "nis-ast.kz",
  "icloud.com",
  "example.com",
];
const NETWORKS = [
  "https://t.me/",
  "t.me/",
  "https://www.instagram.com/",
  "instagram.com/",
  "https://vk.com/",
  "https://facebook.com/",
  "https://www.tiktok.com/@",
  "https://ok.ru/profile/",
  "https://m.facebook.com/profile.php?id=",
];
const ADDRESSES = [
  "ул. Абая, д. 12, кв. 5",
  "улица Сатпаева 30/1, кв. 44",
  "пр. Достык 132, кв 7",
  "мкр. Самал-2, дом 33, квартира 12",
  "ул. Сейфуллина 500-14",
  "Абай көшесі, 12 үй, 5 пәтер",
  "Достық даңғылы 132, 14-пәтер",
  "Самал ықшам ауданы, 33-үй, 12-пәтер",
];

const fill = (own: Random, shape: string): string =>
  shape
    .replace("K", pick(own, KZ_CODES))
    .replace("R", pick(own, RU_CODES))
    .replace(/#/g, () => String(own.int(0, 9)));

function luhn(own: Random, prefix: string): string {
  const body = prefix + digits(own, 15 - prefix.length);
  for (let check = 0; ; check++) {
    let sum = 0;
    const all = body + check;
    for (let i = 0; i < 16; i++) {
      const doubled = Number(all[15 - i]) * (i % 2 === 0 ? 1 : 2);
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    if (sum % 10 === 0) return all;
  }
}

function account(own: Random): string {
  return (
    pick(own, ["aigul", "mama", "serik", "kz_mom", "Nurlan", "dana.k", "a_b", "user"]) +
    pick(own, ["", "_", "."]) +
    own.int(1, 9999)
  );
}

const FIRST: Readonly<Record<PlantedKind, (own: Random) => string>> = {
  phone: (own) => fill(own, pick(own, PHONES)),
  "e-mail": (own) => `${pick(own, NAMES)}${own.chance(0.5) ? own.int(1, 999) : ""}@${pick(own, HOSTS)}`,
  id: (own) => syntheticIin(own),
  account: (own) => `@${account(own)}`,
  link: (own) => {
    const network = pick(own, NETWORKS);
    return (
      network +
      (network.includes("=") || network.includes("profile") ? `1000${digits(own, 8)}` : account(own))
    );
  },
  card: (own) => {
    const number = luhn(own, pick(own, ["4400", "5169", "4003", "2202", "5356"]));
    return own.chance(0.5) ? number : number.replace(/(\d{4})(?=\d)/g, pick(own, ["$1 ", "$1-"]));
  },
  address: (own) => pick(own, ADDRESSES),
};

/** A way of another set: `K` and `#` as for telephones, then what stands for a whole value. */
function written(own: Random, shape: string): string {
  const values: Readonly<Record<string, () => string>> = {
    "{iin}": () => syntheticIin(own),
    "{card}": () => luhn(own, pick(own, ["4400", "5169", "4003", "2202", "5356"])),
    "{user}": () => `${pick(own, NAMES)}${own.int(1, 99)}`,
    "{handle}": () => account(own).replace(/\W/g, "_"),
  };
  const [, value, cut] = /(\{\w+\})(?:\/([\d,]+)\/(?=.))?/u.exec(shape) ?? [];
  if (value === undefined) return fill(own, shape);
  const whole = values[value]!();
  if (cut === undefined) return fill(own, shape).replaceAll(value, whole);
  const sign = shape.slice(-1);
  let from = 0;
  const parts = cut.split(",").map((size) => {
    const begun = from;
    from += Number(size);
    return whole.slice(begun, from);
  });
  return shape.replace(/\{\w+\}\/[\d,]+\/.$/u, parts.join(sign));
}

/** How a value is made. Words that announce it are left out of what must be found. */
function ownValue(own: Random, kind: PlantedKind, set: WaySet): { lead: string; value: string } {
  if (set === "first") return { lead: "", value: FIRST[kind](own) };
  const [lead, shape] = splitLead(pick(own, (set === "audit" ? AUDIT_WAYS : LATER_WAYS)[kind]));
  return { lead, value: written(own, shape) };
}

function splitLead(way: string): [lead: string, shape: string] {
  const at = way.indexOf("|");
  return at === -1 ? ["", way] : [way.slice(0, at), way.slice(at + 1)];
}

/** One value of a kind in each text, between two words or after its last, with and without signs around it. */
export function plant(
  texts: readonly string[],
  kind: PlantedKind,
  seed: number,
  set: WaySet = "first",
): Planted[] {
  const own = random(seed, set === "first" ? kind : `${kind} ${set}`);
  return texts.map((text) => {
    const { lead: announcing, value } = ownValue(own, kind, set);
    const gaps = [...text.matchAll(/(?<=\p{L})[ \n](?=\p{L})/gu)].map(({ index }) => index + 1);
    const at = gaps.length === 0 || own.chance(0.2) ? text.length : pick(own, gaps);
    const lead = at === text.length ? " " : "";
    const [open, close] = pick(own, [
      ["", ""],
      ["", ","],
      ["(", ")"],
      ["", "."],
      ["- ", ""],
      ["", "!"],
      ["", ";"],
    ] as const);
    const before = text.slice(0, at) + lead + open + announcing;
    return {
      kind,
      value,
      start: before.length,
      text: `${before}${value}${close} ${text.slice(at)}`.trimEnd(),
    };
  });
}
