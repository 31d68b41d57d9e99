const letters: Record<string, string> = {
  а: "a",
  ә: "ä",
  б: "b",
  в: "v",
  г: "g",
  ғ: "ğ",
  д: "d",
  е: "e",
  ё: "io",
  ж: "j",
  з: "z",
  и: "i",
  й: "i",
  к: "k",
  қ: "q",
  л: "l",
  м: "m",
  н: "n",
  ң: "ñ",
  о: "o",
  ө: "ö",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ұ: "ū",
  ү: "ü",
  ф: "f",
  х: "h",
  һ: "h",
  ц: "s",
  ч: "ş",
  ш: "ş",
  щ: "ş",
  ъ: "",
  ы: "y",
  і: "ı",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
};

function upper(latin: string): string {
  if (latin === "i") return "İ";
  if (latin === "ı") return "I";
  return latin.slice(0, 1).toUpperCase() + latin.slice(1);
}

/** Kazakh Cyrillic in the Latin alphabet of January 2021 (ä ö ü ū ğ ñ ş, İi for и and й, Iı for і). */
export function toLatin(text: string): string {
  let out = "";
  for (const letter of text) {
    const low = letter.toLowerCase();
    const latin = letters[low];
    out += latin === undefined ? letter : low === letter ? latin : upper(latin);
  }
  return out;
}

const plain: Record<string, string> = {
  ә: "а",
  ғ: "г",
  қ: "к",
  ң: "н",
  ө: "о",
  ұ: "у",
  ү: "у",
  һ: "х",
  і: "и",
  Ә: "А",
  Ғ: "Г",
  Қ: "К",
  Ң: "Н",
  Ө: "О",
  Ұ: "У",
  Ү: "У",
  Һ: "Х",
  І: "И",
};

/** Kazakh as it is typed on a keyboard that has only Russian letters. */
export function toRussianKeyboard(text: string): string {
  return text.replace(/[әғқңөұүһіӘҒҚҢӨҰҮҺІ]/g, (letter) => plain[letter]!);
}
