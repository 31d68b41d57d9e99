import { words } from "../../word-list.ts";

/**
 * Acronyms with a vowel, which nothing in a folded form tells from a word; those without one are told by that.
 * Typed from general knowledge: states, international bodies, and offices, schools and laws of Kazakhstan.
 */
export const ACRONYMS = words(`
  сша ссср снг оон ооо оао зао ао тоо юнеско юнисеф унисеф ент ент жк цон мио моп обсе евразэс еаэс ес нато оэср
  воз вич спид оби ир рао нии вуз ит ии ип ии тв бжо жао ауэс еабр пмпк зпр дцп рас сдвг зож нпо аэс гэс тэц
  ано тюз ржд аск кхл нхл уефа фифа егэ огэ оге ниш ниш киш бил оабо нао ао ук уик цик умвд роо уо угдн дуис гувд
  смс сми ато нло ксо исо обж эко эвм апк пдд дтп
`);

/**
 * Names of places that the dictionary lacks or takes for another word's form, and a currency. Typed from a map. Семей is
 * left out as it stands: folded, it is far more often the genitive of семья.
 */
export const PLACES = words(`
  алматы алмалы шымкент тараз актау атырау актобе костанай кызылорда кокшетау экибастуз жезказган талдыкорган
  темиртау риддер байконур степногорск туркестан павлодар петропавловск уральск усть-каменогорск караганда астана
  нур-султан балхаш сарань каскелен конаев капшагай жетысу абай улытау мангистау жамбыл аркалык рудный лисаковск
  житикара щучинск бурабай зайсан аягоз курчатов жанаозен кульсары аксай хромтау кандыагаш шалкар арысь кентау
  сарыагаш ленгер чу шу каратау есик талгар текели ушарал жаркент сарканд байсерке отеген
  тбилиси баку дели пекин токио осло чикаго сан-франциско лос-анджелес торонто онтарио гаити конго
  зимбабве руанда бурунди сомали кабо-верде сочи тольятти набережные хельсинки сантьяго монако марокко
  косово бали гоа дубай катар кувейт брунеи сиднеи палермо бордо тулуза миссури миссисипи колорадо огайо айдахо
  бишкек ош ташкент самарканд душанбе ашхабад анкара стамбул измир тегеран кабул дамаск багдад каир
  иваново кемерово пушкино бородино внуково домодедово шереметьево ясенево люблино косово сараево
  тенге
`);

/** By form in the cases of the singular: the name. The first name that has a form keeps it. */
const BY_FORM: ReadonlyMap<string, string> = declined();

/** The name of a place, by any of its forms, folded: Костаная → костанай, Астане → астана. */
export function placeOf(form: string): string | undefined {
  return BY_FORM.get(form);
}

function declined(): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of PLACES) found.set(name, name);
  for (const name of [...PLACES, "семей"])
    for (const form of casesOf(name)) if (!found.has(form)) found.set(form, name);
  return found;
}

/**
 * Oblique cases of a name in the singular: the second declension where it ends in a consonant or й, the first in -а and
 * -я, the third in -нь (Сарань). Those in -о -е -и -у -ы, do not change.
 */
function casesOf(name: string): string[] {
  const stem = name.slice(0, -1);
  if (/[^аеиоуыэюяьй]$/u.test(name))
    return ["а", "у", /[жшчщц]$/u.test(name) ? "ем" : "ом", "е"].map((ending) => name + ending);
  if (name.endsWith("й")) return ["я", "ю", "ем", "е"].map((ending) => stem + ending);
  if (name.endsWith("а"))
    return [/[жшчщгкх]$/u.test(stem) ? "и" : "ы", "е", "у", "ой", "ою"].map((ending) => stem + ending);
  if (name.endsWith("я")) return ["и", "е", "ю", "ей"].map((ending) => stem + ending);
  if (name.endsWith("нь")) return [`${stem}и`, `${name}ю`];
  if (name.endsWith("ь")) return ["я", "ю", "ем", "е"].map((ending) => stem + ending);
  return [];
}
