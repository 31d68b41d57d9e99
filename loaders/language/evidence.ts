import { KAZAKH_LATIN_WORDS } from "./latin-words.ts";
import { isRussianWord } from "./lemmas/russian/readings.ts";
import { isNeighbourCyrillic } from "./neighbours.ts";
import { isPlainKazakh } from "./plain-kazakh.ts";
import { words } from "./word-list.ts";

export type Verdict = "kk" | "ru" | "other" | undefined;

/** Letters of no other language written here in Cyrillic but Kazakh; ә ң ө ү һ і are shared with neighbours. */
const KAZAKH_LETTERS = /[әғқңөұүһі]/u;
/** Letters that neither Kazakh nor Russian has: Ukrainian, Belarusian, Tatar, Bashkir, Uzbek, Tajik, Serbian. */
const FOREIGN_LETTERS = /[їєґўҗҙҫҡҳҷӣӯјљњћђџѓќѕӑӗӳ]/u;

const KAZAKH_WORDS = words(`
  мен ол осы сол бар деп болып болды болады болса болған керек туралы дейін кейін сонда жаңа арналған бойынша
  жылы бала балалар бір кім қай маған саған оған мына анау барлық барлы алып келіп беріп отыр жатыр тур екен емес
  дейді деді айтты ретінде арасында та әр ма ме ба бе па пе шейін дегенмен сондай ана аны оны сосын кейде
  енди казир калай канша кайда неге жок емис ушин жане сияқты адам адамдар болар
`);
const RUSSIAN_WORDS = words(`
  и в во на не с со что по для это этот эта эти как к ко из у за от о об но же а то все так его ее их мы вы они она
  он или если при до был была было были быть есть также который которая которые которых нет да уже еще только бы ли
  я ты мне нам вам им ему ей себя свой свои где когда чтобы потому после перед под над между через без там тут
  более очень может можно надо нужно год года лет дети детей ребенок ребенка школа школе школы кто чем
  сегодня вот сейчас теперь даже ни раз чтоб тоже этого этом тем тех будет будут
`);

const KAZAKH_ENDING =
  /(?:[лдт]ар|[лдт]ер|[лдт]ары|[лдт]арды|[лдт]арга|[лдт]ерге|[дтн]ан|[дтн]ен|ада|еде|мыз|сыз|йды|ады|еды|ганда|генде|ган|ген|кан|кен|ында|инде|ына|ымен|имен|нда|нде|ларга|лерге|лык|лик|шы|уы|ып|ге|га)$/u;
const RUSSIAN_ENDING =
  /(?:ого|его|ому|ему|ых|их|ый|[кгхжшщчнц]ий|ой|ая|яя|ое|ее|ые|ие|ью|ть|ться|тся|ение|ения|ений|ание|ания|аний|ость|ости|ами|ями|ах|ях|ов|ев|ют|ут|ет|ит|ат|ят|ешь|ишь|ла|ло|ли|лся|лась|лись|ция|ции|цию|ский|ская|ское|ские|ского|ник|ики|ия|ии|ию|ям|ам|ом|ем|ой|ей)$/u;
/** Letters that Kazakh has only in loans. */
const RUSSIAN_LETTERS = /[ёщъьэфцч]/u;

/** Kazakh words that Russian of Kazakhstan uses as its own. */
const BORROWED = /^(?:аким|маслихат|мажилис|тенге|наурыз|айтыс|домбр|акын|батыр|аул)/;

/** What one folded word in Cyrillic tells, or nothing. Of what may be a name (`isCapitalised`) the ending tells nothing. */
export function judgeCyrillic(word: string, isCapitalised: boolean): Verdict {
  if (FOREIGN_LETTERS.test(word)) return "other";
  if (!RUSSIAN_WORDS.has(word) && !KAZAKH_WORDS.has(word) && isNeighbourCyrillic(word)) return "other";
  if (KAZAKH_LETTERS.test(word)) return "kk";
  if (RUSSIAN_WORDS.has(word)) return "ru";
  if (KAZAKH_WORDS.has(word)) return "kk";
  if (BORROWED.test(word)) return undefined;
  if (isPlainKazakh(word)) return "kk";
  if (word.length < 4 || isCapitalised) return undefined;
  const russian = RUSSIAN_ENDING.test(word) || RUSSIAN_LETTERS.test(word);
  const kazakh = word.length >= 5 && KAZAKH_ENDING.test(word) && !isRussianWord(word);
  if (russian === kazakh) return undefined;
  return russian ? "ru" : "kk";
}

/** Letters of the Kazakh Latin alphabets of 2018 and 2021 that Turkish, Azerbaijani and Uzbek do not use. */
const KAZAKH_LATIN_LETTERS =
  /[ǵńūñ]|q(?!u)|[aäáeyıio]q$|[aeouýó]ı|ıa|ıi|ıý|áý|[bdgjklmnpqrstvz][ae]ý$|stan(?:da|dan|nyn|dyq)$|(?:dar|der|lar|ler|tar|ter)(?:dyń|diń|dyn|din)$|[bdjklmnpqrstz]y[bdjklmnpqrstz](?:y|$)/u;
/** Letters and words of others. */
const FOREIGN_LATIN_LETTERS = /[çəßåøæœłżźćčřžőűăâîțãõþðʻ]/u;
/**
 * Shapes that Kazakh has not: ı, the letter of a front і, in a syllable after a back vowel, as Turkish has it; a plural
 * in -lar after a voiceless consonant, where Kazakh has -tar.
 */
const FOREIGN_LATIN_SHAPE =
  /[aou][bcdfghjklmnprstvyzğş]+ı(?:[bcdfghjklmnprstvyzğş]+[aou]|[bcdfghjklmnprstvyzğş]*$)|[fhkpqstx]l[ae]r/u;
const FOREIGN_LATIN_WORDS = words(`
  the and of to in is for on with that this are was from you by at be we our your it as an or not have has will can
  are but they their there which who what when where how would could should been had his her she he him them than then
  some any other about into over after before out up no so if were do does did all more most many only very
  ve ile için bu olarak olan değil çok daha gibi kadar sonra va bilan uchun emas ham esa yoki bo yangi haqida kerak qilib qildi qilgan deb lekin
  hamda yoxud hech inson huquq huquqi huquqiga huquqlari ega mumkin lozim shu shaxs davlat har barcha oliy hamma uning ularning boshqa tomonidan
  uchun qarshi bilan bola bolalar maktab maktabda yoʻq qanday qabul qaror ta'lim
  və ilə üçün də ki olan der die das und ist le la les et des une el los las que un una
`);
/** Genitive and plural of Uzbek, which Kazakh writes otherwise. */
const UZBEK_ENDING = /(?:ning|lari|larini|lariga|larida|moqda)$/u;

/** What one folded word in Latin letters tells, or nothing. */
export function judgeLatin(word: string): Verdict {
  if (KAZAKH_LATIN_WORDS.has(word)) return "kk";
  if (
    FOREIGN_LATIN_LETTERS.test(word) ||
    FOREIGN_LATIN_WORDS.has(word) ||
    UZBEK_ENDING.test(word) ||
    FOREIGN_LATIN_SHAPE.test(word)
  )
    return "other";
  if (KAZAKH_LATIN_LETTERS.test(word) || isPlainKazakh(word)) return "kk";
  return undefined;
}
