import { cyrillicForms } from "./transliterate.ts";

/**
 * Which words in Latin letters of a text are read in Cyrillic too: none, those that show themselves to be Kazakh, or
 * all that can be.
 */
export type LatinReading = "none" | "telling" | "all";

/**
 * How the Latin words of a text are read, by its language and alphabet as `identifyLanguage` names them. All, where the
 * text is Kazakh, or mixed with it, and in Latin letters; none where it is in another language than Kazakh and Russian,
 * for Uzbek and Turkish write much as Kazakh does; the telling ones elsewhere, and where nothing is known of the text.
 */
export function latinReadingOf(language?: string | null, script?: string | null): LatinReading {
  if (language === "other") return "none";
  return (language === "kk" || language === "mixed") && script === "latin" ? "all" : "telling";
}

/** The Cyrillic forms of a folded word in a text whose Latin words are read so. */
export function formsRead(word: string, reading: LatinReading): readonly string[] {
  return reading === "none" ? [] : cyrillicForms(word, reading === "all");
}
