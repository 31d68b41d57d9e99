import type { Mark } from "./data.ts";

/** What the explorer says. */
export interface ExplorerWords {
  readonly choose: string;
  readonly marks: Readonly<Record<Mark, string>>;
  readonly from: string;
  readonly to: string;
  readonly all: string;
  readonly reset: string;
  readonly stories: (count: string) => string;
  readonly uncertain: (count: string) => string;
  readonly rule: (threshold: number, shares: string) => string;
  /** Which counts are those of the published tables. */
  readonly whole: string;
  readonly leftOut: (count: string) => string;
  readonly lost: (mark: string, share: string) => string;
  readonly withheld: string;
  readonly nowhere: string;
  readonly languages: Readonly<Record<string, string>>;
  readonly trend: string;
  readonly map: string;
  readonly topWords: string;
  readonly wordsNote: (threshold: number) => string;
  readonly noWords: string;
  readonly word: string;
  readonly count: string;
  readonly posts: string;
  readonly postsNote: (published: string, leftOut: string) => string;
  readonly find: string;
  /** What the lines are where a topic is chosen and no word is typed. */
  readonly byTopic: string;
  readonly lines: (shown: string, found: string) => string;
  readonly who: string;
  readonly before: string;
  readonly match: string;
  readonly after: string;
  readonly exportCounts: string;
  readonly exportLines: string;
  readonly cite: string;
  readonly failed: string;
  readonly edition: string;
  readonly undated: string;
  /** Whose marks in numbers and dates: browsers bring none for Kazakh, which writes them as Russian does. */
  readonly locale: string;
  readonly quarter: (year: string, number: string) => string;
}

const words: Readonly<Record<string, ExplorerWords>> = {
  en: {
    choose: "Choose stories",
    marks: {
      corpus: "Corpus",
      scope: "Scope",
      platform: "Platform",
      language: "Language",
      map_unit: "Region",
      quarter: "Quarter",
      topic: "Topic",
    },
    from: "From quarter",
    to: "To quarter",
    all: "all",
    reset: "Show all",
    stories: (count) => `${count} stories`,
    uncertain: (count) => `${count} more may belong here: a mark that was chosen is withheld in them.`,
    rule: (threshold, shares) =>
      `Every number rests on cells of at least ${threshold} stories. Smaller ones had marks withheld: ${shares} of the stories.`,
    whole:
      "Where nothing but corpus and scope is chosen, the counts by region, language, quarter and topic are the whole ones of the published tables; where one of these is chosen besides, so are the sum and the counts by topic, or of a topic those by region and quarter.",
    leftOut: (count) => `${count} stories are in no cell: their corpus and scope has too few.`,
    lost: (mark, share) => `${mark.toLowerCase()} in ${share}`,
    withheld: "withheld",
    nowhere: "no region",
    languages: { kk: "Kazakh", ru: "Russian", mixed: "both", other: "another", none: "no words" },
    trend: "Stories by quarter",
    map: "Stories by region",
    topWords: "Commonest words",
    wordsNote: (threshold) =>
      `Posts that hold the word, by corpus, scope and topic alone. Words of at least ${threshold} posts by at least ${threshold} sources.`,
    noWords: "No word is common enough here.",
    word: "Word",
    count: "Stories",
    posts: "Organisations' posts in concordance",
    postsNote: (published, leftOut) =>
      `${published} posts of organisations of the register. ${leftOut} more are left out: they share seven words in a row with someone else's post.`,
    find: "Word begins with",
    byTopic:
      "With a topic chosen and no word typed, the lines show the words for which a post has the topic: of each post the first three at most. A post that has it because a word is absent is shown from its beginning.",
    lines: (shown, found) => `${shown} of ${found} lines`,
    who: "Organisation and day",
    before: "Before",
    match: "Word",
    after: "After",
    exportCounts: "Counts as CSV",
    exportLines: "Lines as CSV",
    cite: "Cite as",
    failed:
      "The explorer's data could not be loaded. The tables can be downloaded from each figure's Method.",
    edition: "Edition",
    undated: "n.d.",
    locale: "en-GB",
    quarter: (year, number) => `Q${number} ${year}`,
  },
  ru: {
    choose: "Выбор сюжетов",
    marks: {
      corpus: "Корпус",
      scope: "Предмет обсуждения",
      platform: "Платформа",
      language: "Язык",
      map_unit: "Регион",
      quarter: "Квартал",
      topic: "Тема",
    },
    from: "С квартала",
    to: "По квартал",
    all: "все",
    reset: "Показать все",
    stories: (count) => `Сюжетов: ${count}`,
    uncertain: (count) => `Возможно, сюда относятся ещё ${count}: выбранный признак у них скрыт.`,
    rule: (threshold, shares) =>
      `Каждое число складывается из ячеек не меньше ${threshold} сюжетов. В меньших ячейках признаки скрыты. Скрытые признаки (доля сюжетов): ${shares}.`,
    whole:
      "Если выбраны только корпус и предмет обсуждения или не выбрано ничего, числа по регионам, языкам, кварталам и темам полные, из опубликованных таблиц; если выбран ещё один из этих признаков, полны сумма и числа по темам, а для темы — по регионам и кварталам.",
    leftOut: (count) =>
      `Не вошли ни в одну ячейку: ${count}. Для их корпуса и предмета обсуждения сюжетов слишком мало.`,
    lost: (mark, share) => `${mark.toLowerCase()} — ${share}`,
    withheld: "скрыто",
    nowhere: "без региона",
    languages: { kk: "казахский", ru: "русский", mixed: "оба", other: "другой", none: "без слов" },
    trend: "Сюжеты по кварталам",
    map: "Сюжеты по регионам",
    topWords: "Самые частые слова",
    wordsNote: (threshold) =>
      `Посты, в которых есть слово, только по корпусу, предмету обсуждения и теме. Показаны слова, которые есть не менее чем в ${threshold} постах не менее чем ${threshold} источников.`,
    noWords: "Достаточно частых слов здесь нет.",
    word: "Слово",
    count: "Сюжетов",
    posts: "Посты организаций в конкордансе",
    postsNote: (published, leftOut) =>
      `Постов организаций из реестра: ${published}. Ещё ${leftOut} не показаны: в них есть семь слов подряд из чужого поста.`,
    find: "Слово начинается с",
    byTopic:
      "Если выбрана тема, а слово не введено, строки показывают слова, по которым пост отнесён к теме: в каждом посте не больше трёх первых. Пост, отнесённый к теме по отсутствию слова, показан с начала.",
    lines: (shown, found) => `Строк: ${shown} из ${found}`,
    who: "Организация и день",
    before: "До",
    match: "Слово",
    after: "После",
    exportCounts: "Числа в CSV",
    exportLines: "Строки в CSV",
    cite: "Как цитировать",
    failed: "Данные не загрузились. Таблицы можно скачать в разделе «Метод» каждого рисунка.",
    edition: "Издание",
    undated: "б. г.",
    locale: "ru",
    quarter: (year, number) => `${number} кв. ${year}`,
  },
  kk: {
    choose: "Сюжеттерді таңдау",
    marks: {
      corpus: "Корпус",
      scope: "Ауқым",
      platform: "Платформа",
      language: "Тіл",
      map_unit: "Өңір",
      quarter: "Тоқсан",
      topic: "Тақырып",
    },
    from: "Бастапқы тоқсан",
    to: "Соңғы тоқсан",
    all: "барлығы",
    reset: "Барлығын көрсету",
    stories: (count) => `Сюжеттер: ${count}`,
    uncertain: (count) => `Тағы ${count} сюжет осыған жатуы мүмкін: олардың таңдалған белгісі жасырылған.`,
    rule: (threshold, shares) =>
      `Әр сан кемінде ${threshold} сюжеті бар ұяшықтардан жиналады. Одан кіші ұяшықтарда белгілер жасырылды. Жасырылған белгілер (сюжеттердегі үлесі): ${shares}.`,
    whole:
      "Корпус пен ауқымнан басқа ештеңе таңдалмаса, өңірлер, тілдер, тоқсандар мен тақырыптар бойынша сандар жарияланған кестелерден алынған толық сандар; осы белгілердің тағы біреуі таңдалса, қосынды мен тақырыптар бойынша сандар, ал тақырып таңдалса, өңірлер мен тоқсандар бойынша сандар толық.",
    leftOut: (count) => `Ешбір ұяшыққа кірмегені: ${count}. Олардың корпусы мен ауқымында сюжет тым аз.`,
    lost: (mark, share) => `${mark.toLowerCase()} — ${share}`,
    withheld: "жасырылған",
    nowhere: "өңірі жоқ",
    languages: { kk: "қазақша", ru: "орысша", mixed: "екеуі де", other: "басқа", none: "сөзсіз" },
    trend: "Тоқсандар бойынша сюжеттер",
    map: "Өңірлер бойынша сюжеттер",
    topWords: "Ең жиі сөздер",
    wordsNote: (threshold) =>
      `Сөз кездесетін жазбалар, тек корпус, ауқым және тақырып бойынша. Кемінде ${threshold} дереккөздің кемінде ${threshold} жазбасындағы сөздер.`,
    noWords: "Мұнда жеткілікті жиі сөз жоқ.",
    word: "Сөз",
    count: "Сюжеттер",
    posts: "Ұйымдар жазбаларының конкордансы",
    postsNote: (published, leftOut) =>
      `Тізілімдегі ұйымдардың жазбалары: ${published}. Тағы ${leftOut} жазба көрсетілмейді: оларда басқа біреудің жазбасындағы қатар тұрған жеті сөз бар.`,
    find: "Сөздің басы",
    byTopic:
      "Тақырып таңдалып, сөз жазылмаса, жолдарда жазбаны осы тақырыпқа жатқызған сөздер көрсетіледі: әр жазбадан ең көбі алғашқы үшеуі. Белгілі бір сөз болмағандықтан тақырыпқа жатқызылған жазба басынан көрсетіледі.",
    lines: (shown, found) => `Жолдар: ${found} ішінен ${shown}`,
    who: "Ұйым және күн",
    before: "Алдында",
    match: "Сөз",
    after: "Кейін",
    exportCounts: "Сандар CSV түрінде",
    exportLines: "Жолдар CSV түрінде",
    cite: "Дәйексөз үлгісі",
    failed: "Деректер жүктелмеді. Кестелерді әр суреттің «Әдіс» бөлімінен жүктеп алуға болады.",
    edition: "Басылым",
    undated: "ж. к.",
    locale: "ru",
    quarter: (year, number) => `${year} ж. ${number}-тоқсан`,
  },
};

/** The explorer's words in a page's language; English where it has none. */
export function explorerWords(language: string): ExplorerWords {
  return words[language] ?? words.en!;
}
