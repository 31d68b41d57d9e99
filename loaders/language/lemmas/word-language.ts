import { judgeCyrillic } from "../evidence.ts";

const CYRILLIC = /\p{Script=Cyrillic}/u;
const KAZAKH_LETTER = /[әғқңөұүһі]/u;

export type WordLanguage = "kk" | "ru" | "other";

/**
 * The language in which a folded word of a post is to be lemmatised: `kk`, `ru` or `other`. The post's language
 * decides, but a word of a Russian or mixed post that has a letter of Kazakh alone is Kazakh, a mixed post's other words
 * go by what they tell, and a word without a Cyrillic letter belongs to neither.
 */
export function wordLanguage(form: string, postLanguage: string): WordLanguage {
  if (!CYRILLIC.test(form)) return "other";
  if (postLanguage === "kk") return "kk";
  if (postLanguage !== "ru" && postLanguage !== "mixed") return "other";
  if (KAZAKH_LETTER.test(form)) return "kk";
  if (postLanguage === "mixed" && judgeCyrillic(form, false) === "kk") return "kk";
  return "ru";
}
