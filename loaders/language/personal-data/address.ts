import type { Finding } from "./kinds.ts";
import { FLAT, STREET } from "./word-hints.ts";

/** A pattern's Cyrillic letters in either case: the flag `i` would take away the sense of `\p{Lu}`. */
function anyCase(source: string): string {
  return source.replace(/\[[^\]]*\]|[а-яёәғқңөұүһі]/gu, (part) => {
    const letters = part.startsWith("[") ? part.slice(1, -1) : part;
    return `[${letters}${letters.toUpperCase()}]`;
  });
}

/** Names of streets: up to four words, capitalised or numbers, with hyphens and quotes, and titles in small letters. */
const WORD = "[\\p{Lu}\\d][\\p{L}\\d.-]{0,30}";
const TITLE = "(?:батыр[аұы]?|хана?|ханым|би|бия|ата|ана|ақын|акына?|датқа|мырза|жырау|көкес[іи]|тархан)";
const NAME = `[«"]?${WORD}(?: (?:${WORD}|${TITLE}(?!\\p{L}))){0,3}[»"]?`;
const HOUSE_NUMBER = "\\d{1,4}(?: ?[а-яёА-ЯЁ](?!\\p{L}))?(?:[/]\\d{1,4}[а-яА-Я]?)?";
const MICRO = anyCase(
  "(?:мкр(?:-?н)?\\.?|микрорайон[ае]?|м-н|м/р|ықшам ?аудан\\p{L}{0,6}|мөлтек ?аудан\\p{L}{0,6}|шағын ?аудан\\p{L}{0,6}|ш/а|ы/а)",
);
const RU_STREET = anyCase(
  "(?:ул(?:иц[аеуы]|\\.)?|пр(?:осп(?:ект[аеу]?|\\.)|-т|-кт|\\.)|пер(?:еул(?:ок|ке|ка)|\\.)|б(?:ульвар[ае]?|-р)|мкр(?:н|\\.|-н)?\\.?|микрорайон[ае]?|м-н|проезд[ае]?|шоссе|тупик[ае]?|жк|ж/м|жилой (?:комплекс|массив))",
);
const KK_STREET = anyCase(
  "(?:көшесі(?:нде|ндегі|нің|не)?|атындағы көше(?:де|сі|сінде)?|к-сі|көш\\.|к\\.|даңғылы(?:нда|ндағы|ның|на)?|д-лы|ықшам ?ауданы(?:нда|ндағы)?|ы/а|мөлтек ?ауданы(?:нда)?|шағын ?ауданы(?:нда)?|ул\\.|улица)",
);
const HOUSE_WORD = anyCase("(?:дом[аеу]?|д\\.?|үй)(?: ?№)?");
const RU_FLAT = anyCase("(?:кв(?:артир[аеуы]|\\.)?)");
const KK_FLAT = anyCase("(?:п[әа]тер\\p{L}{0,6}|п\\.)");
const GAP = "[ ,.;]{1,3}";
const HOUSE = `(?:№ ?)?(?:${HOUSE_WORD} ?)?${HOUSE_NUMBER}(?:[- ]{0,2}(?:${anyCase("үй\\p{L}{0,6}|дом[ае]?")})(?!\\p{L}))?`;
/** `подъезд 2, этаж 3`, `корпус 1`, `2 подъезд`. */
const PART = anyCase(
  "(?:корп(?:ус|\\.)?|подъезд|под\\.|к\\.|этаж|эт\\.|строение|стр\\.|блок|секция|кіреберіс|қабат)",
);
const PARTS = `(?:${GAP}(?:${PART} ?\\d{1,2}|\\d{1,2}[- ]{0,2}${PART})){0,3}`;
/** `кв` behind a number, but no square metres. */
const BEHIND = "кв(?!\\.? ?(?:[дксм]?м|фут|мил)|[ .]{0,2}\\d)";
const RU_FLAT_BEHIND = anyCase(`(?:квартир[аеы]|${BEHIND})`);
/** Of the whole word only what is no number of flats: `42 квартира`, not `42 квартиры`. */
const ONE_FLAT_BEHIND = anyCase(`(?:квартира|${BEHIND})`);
const FLAT_NUMBER = `(?:(?:${RU_FLAT}|${KK_FLAT})[ .]{0,2}(?:№ ?)?\\d{1,4}|\\d{1,4}[- ]{0,2}(?:${KK_FLAT}|${RU_FLAT_BEHIND}))`;
/** What makes a pair of numbers a span of houses, days or hours. */
const NO_FLAT = anyCase(
  "(?! ?(?:дом|янв|фев|март|апр|ма[йя]|июн|июл|авг|сент|окт|ноя|дек|часо|час(?![\\p{L}])|лет|год|чел|тенге|тг|км|метр|мин|этаж|шт|мест|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан|үйл|сағат|жыл|адам))",
);
const END = "(?![\\p{L}\\d])";

/**
 * `ул. Абая, д. 12, кв. 5`, `улица Абая 12-5`, `мкр. Самал-2, дом 33, квартира 12`, `12 мкр, 5 дом, кв 7`, and
 * `Абай көшесі, 12-үй, 5-пәтер`, `Абай к., 12 үй, 5 пәтер`.
 */
const WITH_STREET = new RegExp(
  `(?<![\\p{L}\\d])(?:${RU_STREET} ?${NAME}|(?<!/)${NAME},? ${KK_STREET}|(?=\\p{Lu})${NAME},? ${MICRO}|\\d{1,3}[- ]{0,2}(?:[а-яА-ЯіІ]{1,5}[- ])?${MICRO})${GAP}${HOUSE}(?:${PARTS}${GAP}${FLAT_NUMBER}|-\\d{1,4}${END}${NO_FLAT})(?!\\d)`,
  "gu",
);
/** `Абая, д. 12, кв. 5`, `Толе би 12, 5 кв`, `дом 12, кв. 5`: the word for the street or all of it left out. */
const WITHOUT_STREET = new RegExp(
  `(?<![\\p{L}\\d-])(?:\\p{Lu}[\\p{L}-]{2,30}(?:-\\d{1,2})?(?: (?:\\p{Lu}[\\p{L}-]{1,30}|${TITLE}(?!\\p{L})))?,? ?${HOUSE}|${HOUSE_WORD} ?${HOUSE_NUMBER})${PARTS}(?:,? ?${RU_FLAT}[ .]{0,2}(?:№ ?)?\\d{1,4}|, ?\\d{1,4}[- ]{0,2}${ONE_FLAT_BEHIND})${END}`,
  "gu",
);
/** `кв. 5, дом 12, ул. Абая`: the other way round. */
const REVERSED = new RegExp(
  `(?<![\\p{L}\\d])${FLAT_NUMBER}${GAP}(?:${HOUSE_WORD} ?${HOUSE_NUMBER}|${HOUSE_NUMBER}[- ]${HOUSE_WORD})${GAP}${RU_STREET} ?${NAME}`,
  "gu",
);
/** Beside each pattern the hints that no match lacks, and for one what is found faster. */
const PATTERNS: readonly (readonly [pattern: RegExp, hints: number, needed?: RegExp])[] = [
  [WITH_STREET, STREET],
  [REVERSED, STREET | FLAT],
  [WITHOUT_STREET, FLAT, /\d[а-яА-Я]?,? ?[кК][вВ]/],
];

/**
 * Home addresses of the form street, house, flat, in Russian and Kazakh; a street and a house alone are a public place.
 * `hints`: the bits of the text's words.
 */
export function findAddresses(text: string, hints: number): Finding[] {
  const found: Finding[] = [];
  for (const [pattern, bits, needed] of PATTERNS) {
    if ((hints & bits) !== bits || needed?.test(text) === false) continue;
    // Not matchAll, which makes a pattern anew for each text. No match is empty.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      found.push({ kind: "address", start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}
