import type { Finding } from "./kinds.ts";

/** A pattern's Cyrillic letters in either case: the flag `i` would take away the sense of `\p{Lu}`. */
function anyCase(source: string): string {
  return source.replace(/\[[^\]]*\]|[а-яёәғқңөұүһі]/gu, (part) => {
    const letters = part.startsWith("[") ? part.slice(1, -1) : part;
    return `[${letters}${letters.toUpperCase()}]`;
  });
}

/** Names of streets: up to four words, capitalised or numbers, with hyphens and quotes. */
const NAME = '[«"]?[\\p{Lu}\\d][\\p{L}\\d.-]{0,30}(?: [\\p{Lu}\\d][\\p{L}\\d.-]{0,30}){0,3}[»"]?';
const HOUSE = "\\d{1,4}(?: ?[а-яёА-ЯЁ](?!\\p{L}))?(?:[/]\\d{1,4}[а-яА-Я]?)?";
const RU_STREET = anyCase(
  "(?:ул(?:иц[аеуы]|\\.)|пр(?:осп(?:ект[аеу]?|\\.)|-т|-кт|\\.)|пер(?:еул(?:ок|ке|ка)|\\.)|б(?:ульвар[ае]?|-р)|мкр(?:н|\\.|-н)?\\.?|микрорайон[ае]?|проезд[ае]?|шоссе|тупик[ае]?)",
);
const KK_STREET = anyCase(
  "(?:көшесі(?:нде|ндегі|нің|не)?|к-сі|көш\\.|даңғылы(?:нда|ндағы|ның|на)?|д-лы|ықшам ?ауданы(?:нда|ндағы)?|ы/а|мөлтек ?ауданы(?:нда)?|шағын ?ауданы(?:нда)?)",
);
const RU_HOUSE = anyCase("(?:дом[аеу]?|д\\.?)(?: ?№)?");
const RU_FLAT = anyCase("(?:кв(?:артир[аеуы]|\\.)?)");
const RU_BLOCK = anyCase("корп(?:ус|\\.)?");
const KK_HOUSE = anyCase("үй");
const KK_FLAT = anyCase("(?:п[әа]тер\\p{L}{0,6}|п\\.)");
const GAP = "[ ,.;]{1,3}";

/** `ул. Абая, д. 12, кв. 5`, `улица Абая 12-5`, `мкр. Самал-2, дом 33, квартира 12`. */
const RUSSIAN = new RegExp(
  `(?<![\\p{L}\\d])${RU_STREET} ?${NAME}(?:${GAP})(?:${RU_HOUSE} ?)?${HOUSE}(?:${GAP}${RU_BLOCK} ?\\d{1,2})?(?:${GAP}${RU_FLAT}[ .]{0,2}(?:№ ?)?|-)\\d{1,4}(?![\\p{L}\\d])`,
  "gu",
);
/** `Абая, д. 12, кв. 5`: house and flat named, the word for the street left out. */
const RUSSIAN_WITHOUT_STREET = new RegExp(
  `(?<![\\p{L}\\d-])\\p{Lu}[\\p{L}-]{2,30}(?: \\p{Lu}[\\p{L}-]{2,30})?, ?(?:${RU_HOUSE} ?)?${HOUSE}, ?${RU_FLAT}[ .]{0,2}\\d{1,4}(?![\\p{L}\\d])`,
  "gu",
);
/** `Абай көшесі, 12-үй, 5-пәтер`, `Достық даңғылы 132, 14 пәтер`, `Абай көшесі 12/5`. */
const KAZAKH = new RegExp(
  `(?<![\\p{L}\\d])${NAME} ${KK_STREET}${GAP}(?:№ ?)?(?:${KK_HOUSE} ?)?${HOUSE}(?:[- ]{0,2}${KK_HOUSE}\\p{L}{0,6})?(?:${GAP}(?:\\d{1,4}[- ]{0,2}${KK_FLAT}|${KK_FLAT} ?\\d{1,4}|${RU_FLAT}[ .]{0,2}\\d{1,4})|-\\d{1,4}(?![\\p{L}\\d]))`,
  "gu",
);
/** A flat, without which none of the patterns is tried. */
const FLAT = /\d.?-\d|[кК][вВ]|[пП][әаӘА][тТ][еЕ]|\d[- ]{0,2}[пП]\./;
/** Beside each pattern what no match lacks, and what is found faster. */
const PATTERNS: readonly (readonly [RegExp, RegExp])[] = [
  [RUSSIAN, new RegExp(RU_STREET)],
  [RUSSIAN_WITHOUT_STREET, /, ?[кК][вВ]/],
  [KAZAKH, new RegExp(KK_STREET)],
];

/** Home addresses of the form street, house, flat, in Russian and Kazakh; a street and a house alone are a public place. */
export function findAddresses(text: string): Finding[] {
  if (!FLAT.test(text)) return [];
  const found: Finding[] = [];
  for (const [pattern, needed] of PATTERNS) {
    if (!needed.test(text)) continue;
    // Not matchAll, which makes a pattern anew for each text. No match is empty.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      found.push({ kind: "address", start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}
