/**
 * Beginnings of the months' names from January, in English, Russian and Kazakh (Cyrillic; Latin as of 2017, 2018
 * and 2021), as `foldWord` leaves them. An ending of a case may follow.
 */
const NAMES = [
  "january январ қаңтар қантар qantar qangtar",
  "february феврал ақпан aqpan akpan",
  "march март наурыз nauryz nayryz",
  "april апрел сәуір сауір sauir sayir saeuir",
  "may мая маи мае мамыр mamyr",
  "june июн маусым mausym maysym",
  "july июл шілде шилде shilde silde",
  "august август тамыз tamyz",
  "september сентябр қыркүиек қыркуиек qyrkuiek qyrkyiek",
  "october октябр қазан qazan",
  "november ноябр қараша qarasha qarasa",
  "december декабр желтоқсан jeltoqsan zheltoksan",
];
/** Short forms, which take no ending. */
const SHORT = [
  "jan янв қаң",
  "feb фев февр ақп",
  "mar мар нау",
  "apr апр сәу",
  "мам",
  "jun июн мау",
  "jul июл шіл",
  "aug авг там",
  "sep sept сен сент қыр",
  "oct окт қаз",
  "nov ноя нояб қар",
  "dec дек жел",
];
/** Letters that an ending may have: `қаңтардағы`, `сентября`. */
const LONGEST_ENDING = 4;

const names: [string, number][] = NAMES.flatMap((list, index) =>
  list.split(" ").map((name): [string, number] => [name, index + 1]),
);
const short = new Map<string, number>(
  SHORT.flatMap((list, index) => list.split(" ").map((name): [string, number] => [name, index + 1])),
);

/** A text in lower case, without marks over or under letters (`Qańtar` is `qantar`, `й` is `и`), `ı` as `i`. */
export function foldMarks(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i").replaceAll("ё", "е");
}

/** The number of a month, from 1, by a folded word; undefined where no month is called so. */
export function monthOf(word: string): number | undefined {
  const abbreviation = short.get(word);
  if (abbreviation !== undefined) return abbreviation;
  for (const [name, month] of names) {
    if (!word.startsWith(name)) continue;
    // "may" and "мая" are whole words: "маяк" and "mayor" are no months.
    if (word.length === name.length || (name.length > 3 && word.length <= name.length + LONGEST_ENDING))
      return month;
  }
  return undefined;
}
