import { isRussianWord } from "./lemmas/russian/readings.ts";
import { words } from "./word-list.ts";

/**
 * The second opinion: common words and shapes of words of Kazakh's and Russian's neighbours that neither of the two
 * shares. Written from grammars and frequency, not drawn from a corpus.
 */
const UKRAINIAN_AND_BELARUSIAN = words(`
  що та це від який яка яке які також вони було були її його дуже треба щоб або якщо після під через і є не на до із він вона ми ви
  цей ця цього цьому цим цих кожна кожний кожен людина людини людей має мають бути без свого своєї своїх яких якого якої
  будь ніхто ніщо діти дітей дитина дитини права прав свободи інших інші повинні повинна може можуть тільки коли де там тут
  гэта каб што яго яна яны вельмі быў былі кожны чалавек павінен мае сваіх свае якія яшчэ гэтага гэтай альбо
`);
const KYRGYZ = words(`
  жана менен үчүн бул эмес болуп болгон деген бирок ошондой дагы кыргыз ар бир же эч өз анын алардын бардык башка катары боюнча
  укук укугу укугуна укуктары укуктарын эркиндик ээ тийиш кылуу болуу берүү алуу окуу иш эл өлкө мамлекет мамлекеттик коом коомдук
  жаңы балдар баланын мектеп мектепте билим чоң кийин чейин ушул ошол мындай эки үч төрт беш жети сегиз тогуз он жыл жылы жылдын
  айтты деди билдирди керек жок бар эле экен эмне кандай кайсы биз силер алар мен сен сиз
`);
const TATAR_AND_BASHKIR = words(`
  һәм белән өчен бу һәр дә та тә булган булып була кеше кешенең хокук хокукы хокукларын хокукка ия итү юк яисә яки тиеш барлык
  үз үзенең аның алар ул дип диде шул инде бик мин син без сез безнең татар яңа балалар мәктәп мәктәптә белем кирәк шулай
  менән өсөн буйынса башҡорт бөтә кешеләр һәр бер
`);
const UZBEK = words(`
  учун билан янги ёки лекин бошқа булган ва эга эмас керак лозим мумкин инсон ҳар ҳам бу шу унинг уларнинг бўлган бўлиши томонидан
  ҳақида ҳуқуқ ҳуқуқига ҳуқуқи эркинлик ҳеч киши кимса қилиш бериш олиш ҳамда ёхуд барча давлат мактаб мактабда болалар ўзбек
  деб деди эди йўқ бор яъни агар жуда катта кейин сўнг
`);
const TURKMEN = words(`
  ве хем билен үчин эдип болан болмак хер бир адам адамың хукугы хукукларының эе дәл онуң оларың өз түркмен
`);
/** Words that Kazakh or Russian has as well: no evidence. */
const SHARED = words(`
  інші төрт деген балалар дәл кеше мае ээ ул этими
  не на до без прав права ар бир мен сен он мектеп билим керек бар жок эле кейин деди дип та же айтты адам алар жылы жыл мындай кандай эки беш
  бик бор деб бер үш там тут может ми ви де дети жети биз болгон окуу үз өз үч бала
`);
const NEIGHBOURS = new Set(
  [UKRAINIAN_AND_BELARUSIAN, KYRGYZ, TATAR_AND_BASHKIR, UZBEK, TURKMEN]
    .flatMap((list) => [...list])
    .filter((word) => !SHARED.has(word)),
);

/** Kyrgyz long vowels and words in э-; ә in an ending, as Tatar, Bashkir and Turkmen have it; Uzbek endings. */
const TURKIC_SHAPE =
  /өө|үү|(?<=[бгджзклмнпрстшч])аа(?:га|да|дан|ны|нын|сын|лык.*|л.?)?$|ээ(?!$|э)|оо(?:го|до|дон|ну|нун|су|сун|ч.+|луу?)?$|уу(?:га|ну|нун|сун|да|дан|суна|лук.*|чу.*)$|\p{L}{3}уу$|[бгджзклмнпрстч]ү[бгджзклмнпрстч]+ү|[аәеиоөуүыэ][бвгдзйклмнңпрстшч]+ә(?:н|р|ргә|рдә|рнең|не|нең|ләр.*|гән|дән|тән|нән|лек)?$|нинг$|ликка$|ликни$|чилик$|лиги(?:ни|га)?$|\p{L}{2}лари(?:ни|га|да|дан|нинг)?$|ларни|дирлар$|диган$|^(?:эмес|экен|эки|эркин|этүү|элдер|эмг|эсеп|эски|эрте|эгер)|[бпкстхшчф]л[ае]р(?:га|ге|да|де|дан|ден|ны|ни|ы|и|нын|нин)?$|[оу][бвгджзклмнпрстшч]+уп$/u;
/** Uzbek, which writes қ and ғ as Kazakh does but has no ы, і, ң. */
const UZBEK_SHAPE = /^қил(?:и|ган|ди|са)|^қий|ларни|ликка|ларининг|нинг$|моқ|ҳ|ў|лиги(?:ни|га)?$/u;
/** Ukrainian endings, and і beside a back vowel or a soft sign, which vowel harmony keeps out of Kazakh words. */
const UKRAINIAN_ENDING =
  /(?:ість|ості|іння|ськ\p{L}+|ться|ії|ює|ає)$|(?:[аоуиюя].*|^\p{L}{1,3})(?:ій|ів|ім|іх)$/u;
const UKRAINIAN_SHAPE =
  /[бвгджзклмнпрстфхцчшщ]і[бвгджзклмнпрстфхцчшщ]+[аояюь]|[аояюь][бвгджзклмнпрстфхцчшщ]+і[бвгджзклмнпрстфхцчшщй]*$|[ць]і|[ію][яюь]/u;
const KAZAKH_ONLY = /[қғұ]/u;
const KAZAKH_AND_TATAR = /[әңөүһ]/u;
const I = "і";

/** Whether a folded Cyrillic word tells a neighbour of Kazakh or Russian. */
export function isNeighbourCyrillic(word: string): boolean {
  if (NEIGHBOURS.has(word) || word === I) return true;
  if (isRussianWord(word)) return false;
  if (KAZAKH_ONLY.test(word)) return UZBEK_SHAPE.test(word);
  if (!word.includes(I)) return TURKIC_SHAPE.test(word);
  if (KAZAKH_AND_TATAR.test(word)) return false;
  return isUkrainian(word);
}

/** Words of three letters tell too little: кім, екі, іні. */
function isUkrainian(word: string): boolean {
  if (word.length <= 3) return false;
  return UKRAINIAN_SHAPE.test(word) || (UKRAINIAN_ENDING.test(word) && !/е.*і|і.*і/u.test(word));
}
