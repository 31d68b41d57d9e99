/**
 * Sentences with a child's name beside an age or diagnosis, and sentences in which a name, an age or a diagnosis
 * stands but no child is named: frames by names. Their author had written the first rules of child-name.ts and knew
 * them; half of the names were in no list of it. The rules were then changed until these sentences came out right, so
 * figures of this set only say that they still do. For others see new-child-sentences.ts.
 */
export interface ChildSentence {
  language: "ru" | "kk";
  text: string;
  /** The names to be found, whole; none where no child is named. */
  names: readonly string[];
}

/** Nominative, then Russian genitive or Kazakh genitive; whether the list of given names had it. */
const RUSSIAN_NAMES: [name: string, genitive: string, common: boolean][] = [
  ["Тимур", "Тимура", true],
  ["Амина", "Амины", true],
  ["Саша", "Саши", true],
  ["Ратмир", "Ратмира", false],
  ["Элеонора", "Элеоноры", false],
  ["Бахтияр", "Бахтияра", false],
];
const KAZAKH_NAMES: [name: string, genitive: string, common: boolean][] = [
  ["Айша", "Айшаның", true],
  ["Нұрислам", "Нұрисламның", true],
  ["Әлихан", "Әлиханның", true],
  ["Еламан", "Еламанның", false],
  ["Гүлнәзік", "Гүлнәзіктің", false],
  ["Бекарыстан", "Бекарыстанның", false],
];
/** `1`: nominative, `2`: genitive. */
const RUSSIAN = [
  "1, 6 лет, ждет места в детском саду.",
  "Моему сыну 2 поставили диагноз аутизм.",
  "У 2 аутизм, и школа отказала нам.",
  "Помогите: 1, 9 лет, ДЦП, нужна реабилитация.",
  "Семилетний ребёнок по имени 1 не ходит в школу.",
  "Пятилетнего мальчика зовут 1, у него ЗПР.",
  "1 — ребёнок с инвалидностью, ему 10 лет.",
  "Знакомьтесь, это 1. Ему всего 7 лет.",
  "У моей дочери 2 эпилепсия с рождения.",
  "8-летний школьник 1 рисует без рук.",
];
const KAZAKH = [
  "1 6 жаста, балабақшаға бара алмай жүр.",
  "2 аутизм диагнозы бар.",
  "8 жасар 1 мектепке барғысы келеді.",
  "Баламның аты 1, жасы жетіде.",
  "Қызым 1 мүгедек, үйде оқиды.",
  "Көмек керек: 1, 4 жас, ДЦП.",
  "Ұлымыз 1 биыл 7 жасқа толды.",
  "2 церебральды салы бар, арба керек.",
  "Кішкентай 1 лейкозбен күресіп жүр.",
  "Он жастағы 1 ерекше білім алуда.",
];
const WITHOUT: Record<"ru" | "kk", string[]> = {
  ru: `Директор Айгуль Серикова работает здесь 15 лет.
Министр Асхат Аймагамбетов рассказал о детях с аутизмом.
Логопед Марина помогает детям с ДЦП.
В Алматы 12 лет назад открыли центр аутизма.
Школа имени Абая работает 10 лет.
Психолог Анна Петрова: аутизм не болезнь.
Проект Тимура длился 5 лет и закончился.
За 17 лет работы Елена воспитала сотни учеников.
Султан правил страной 9 лет.
Роман вышел 3 года назад и посвящен инвалидам.
Мама Айжан говорит, что дети с аутизмом всюду.
Президент Касым-Жомарт Токаев ввёл пособие для инвалидов с детства.
В Темиртау детям с ДЦП до 16 лет дают коляски.
Фонд «Аяла» помогает детям с аутизмом 11 лет.
Депутат Динара Закиева предложила меры для детей с инвалидностью.
Виктору 45 лет, он инвалид первой группы.
Олжасу 32 года, он учит детей с аутизмом.
Дети от 3 до 7 лет идут в сад.
В Караганде открыли класс для детей с ЗПР.
Ольга вернулась через 5 лет.`.split("\n"),
  kk: `Мұғалім Айгүл 15 жыл еңбек етті.
Министр Асхат аутизм туралы айтты.
Абай атындағы мектеп 10 жыл бұрын ашылды.
Дәрігер Нұрлан аутизм балаларын емдейді.
Алматыда 7 жасқа дейінгі балалар балабақшаға барады.
Абай облысында мүгедек балалар саны өсті.
Серік 45 жаста, ол мүгедек.
Ерлан 32 жаста мұғалім болды.
Қайрат командасы 5 жыл бойы жеңді.
Депутат Динара мүгедек балалар туралы сұрады.
Анасы Гүлнар аутизм туралы кітап жазды.
Шымкентте ДЦП бар балаларға орталық ашылды.
Болат 16 жыл бұрын келді.
Нұр-Сұлтанда аутизм орталығы бар.
Психолог Анар: аутизм ауру емес.`.split("\n"),
};

/** All sentences: 120 with a name, 35 without. */
export function childSentences(): ChildSentence[] {
  const made = (language: "ru" | "kk", frames: string[], names: [string, string, boolean][]) =>
    frames.flatMap((frame) =>
      names.map(([nominative, genitive]): ChildSentence => {
        const name = /(?<![\d-])2(?= )/u.test(frame) ? genitive : nominative;
        const text = frame.replace(/(?<![\d-])[12](?=[ ,.])/u, name);
        return { language, text, names: [name] };
      }),
    );
  const without = (["ru", "kk"] as const).flatMap((language) =>
    WITHOUT[language].map((text): ChildSentence => ({ language, text, names: [] })),
  );
  return [...made("ru", RUSSIAN, RUSSIAN_NAMES), ...made("kk", KAZAKH, KAZAKH_NAMES), ...without];
}
