/**
 * Kazakh Cyrillic text as people type it elsewhere, letter for letter: with Russian letters alone, in the Latin alphabets
 * of 2018 and 2021, and in ASCII after each of the two customs. For measuring; what is lost is lost.
 */
type Letters = Readonly<Record<string, string>>;

const RUSSIAN: Letters = { ә: "а", ғ: "г", қ: "к", ң: "н", ө: "о", ұ: "у", ү: "у", һ: "х", і: "и" };

// biome-ignore format: a table
const LATIN: Letters = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "io", ж: "j", з: "z", к: "k", қ: "q", л: "l", м: "m", н: "n", о: "o",
  п: "p", р: "r", с: "s", т: "t", ф: "f", х: "h", һ: "h", ц: "ts", ч: "ch", ы: "y", э: "e", ь: "", ъ: "",
};
// biome-ignore format: a table
const LATIN_2018: Letters = {
  ...LATIN, ә: "á", ғ: "ǵ", и: "ı", й: "ı", і: "i", ң: "ń", ө: "ó", у: "ý", ұ: "u", ү: "ú", ш: "sh", щ: "shch", ю: "ıý", я: "ıa",
};
// biome-ignore format: a table
const LATIN_2021: Letters = {
  ...LATIN, ә: "ä", ғ: "ğ", и: "i", й: "i", і: "ı", ң: "ñ", ө: "ö", у: "u", ұ: "ū", ү: "ü", ш: "ş", ч: "ş", щ: "ş", ц: "ts",
  ю: "iu", я: "ia",
};
// biome-ignore format: a table
const ASCII_Q: Letters = {
  ...LATIN, ә: "a", ғ: "g", и: "i", й: "i", і: "i", ң: "n", ө: "o", у: "u", ұ: "u", ү: "u", ш: "sh", щ: "sh", ю: "iu", я: "ia",
};
// biome-ignore format: a table
const ASCII_K: Letters = {
  ...ASCII_Q, ж: "zh", қ: "k", й: "y", ғ: "g", ң: "n", ю: "yu", я: "ya", х: "kh",
};

export const TYPINGS: Readonly<Record<string, Letters>> = {
  "Russian letters": RUSSIAN,
  "Latin of 2018": LATIN_2018,
  "Latin of 2021": LATIN_2021,
  "ASCII, q and j": ASCII_Q,
  "ASCII, k and zh": ASCII_K,
};

/** A text with its Kazakh and Russian letters written as a typing of {@link TYPINGS} writes them. */
export function typed(text: string, letters: Letters): string {
  let written = "";
  for (const letter of text) {
    const small = letter.toLowerCase();
    const latin = letters[small];
    if (latin === undefined) written += letter;
    else written += small === letter ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
  }
  return written;
}
