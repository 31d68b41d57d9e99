/**
 * The regions that demo posts are about, with the generator's own names. Populations: Bureau of National
 * Statistics of Kazakhstan, 1 January 2022 and 1 January 2023 (regions in the borders since 8 June 2022).
 */
export interface Place {
  /** ISO 3166-2 code. */
  readonly id: string;
  /** Residents on 1 January 2022 and 2023. */
  readonly population: readonly [number, number];
  /** Stories a 1,000 residents over the whole window: inclusive scope, public corpus. */
  readonly rate: number;
  readonly kind: "city" | "region";
  /** Russian: the region's phrase in the nominative (`Костанайская область`), or undefined for a city. */
  readonly oblastRu?: string;
  readonly oblastKk?: string;
  /** Named so only from this day (ISO) on. */
  readonly since?: string;
  /** Cities and towns: Russian name, Kazakh stem. */
  readonly towns: readonly (readonly [string, string])[];
  /** Districts and villages that a short list of names would not hold. */
  readonly remote: readonly (readonly [string, string])[];
}

export const places: readonly Place[] = [
  {
    id: "KZ-71",
    kind: "city",
    population: [1295711, 1354435],
    rate: 0.4,
    towns: [["Астана", "Астана"]],
    remote: [],
  },
  {
    id: "KZ-75",
    kind: "city",
    population: [2101485, 2161695],
    rate: 0.34,
    towns: [["Алматы", "Алматы"]],
    remote: [["Наурызбайский район", "Наурызбай ауданы*"]],
  },
  {
    id: "KZ-79",
    kind: "city",
    population: [1162308, 1191877],
    rate: 0.15,
    towns: [["Шымкент", "Шымкент"]],
    remote: [["Енбекшинский район", "Еңбекші ауданы*"]],
  },
  {
    id: "KZ-55",
    kind: "region",
    population: [756511, 754903],
    rate: 0.17,
    oblastRu: "Павлодарская область",
    oblastKk: "Павлодар облысы*",
    towns: [
      ["Павлодар", "Павлодар"],
      ["Экибастуз", "Екібастұз"],
      ["Аксу", "Ақсу"],
    ],
    remote: [["Баянаульский район", "Баянауыл ауданы*"]],
  },
  {
    id: "KZ-35",
    kind: "region",
    population: [1134966, 1134753],
    rate: 0.15,
    oblastRu: "Карагандинская область",
    oblastKk: "Қарағанды облысы*",
    towns: [
      ["Караганда", "Қарағанды"],
      ["Темиртау", "Теміртау"],
      ["Балхаш", "Балқаш"],
    ],
    remote: [["Осакаровский район", "Осакаров ауданы*"]],
  },
  {
    id: "KZ-39",
    kind: "region",
    population: [835686, 832110],
    rate: 0.14,
    oblastRu: "Костанайская область",
    oblastKk: "Қостанай облысы*",
    towns: [
      ["Костанай", "Қостанай"],
      ["Лисаковск", "Лисаков"],
      ["Аркалык", "Арқалық"],
    ],
    remote: [["Наурзумский район", "Наурызым ауданы*"]],
  },
  {
    id: "KZ-59",
    kind: "region",
    population: [539111, 534024],
    rate: 0.12,
    oblastRu: "Северо-Казахстанская область",
    oblastKk: "Солтүстік Қазақстан облысы*",
    towns: [["Петропавловск", "Петропавл"]],
    remote: [["Айыртауский район", "Айыртау ауданы*"]],
  },
  {
    id: "KZ-15",
    kind: "region",
    population: [916750, 928185],
    rate: 0.12,
    oblastRu: "Актюбинская область",
    oblastKk: "Ақтөбе облысы*",
    towns: [
      ["Актобе", "Ақтөбе"],
      ["Хромтау", "Хромтау"],
    ],
    remote: [["Мугалжарский район", "Мұғалжар ауданы*"]],
  },
  {
    id: "KZ-11",
    kind: "region",
    population: [785708, 787971],
    rate: 0.11,
    oblastRu: "Акмолинская область",
    oblastKk: "Ақмола облысы*",
    towns: [
      ["Кокшетау", "Көкшетау"],
      ["Степногорск", "Степногор"],
      ["Щучинск", "Щучинск"],
    ],
    remote: [["Зерендинский район", "Зеренді ауданы*"]],
  },
  {
    id: "KZ-63",
    kind: "region",
    population: [732966, 730172],
    rate: 0.11,
    oblastRu: "Восточно-Казахстанская область",
    oblastKk: "Шығыс Қазақстан облысы*",
    towns: [
      ["Усть-Каменогорск", "Өскемен"],
      ["Риддер", "Риддер"],
      ["Зайсан", "Зайсаң"],
    ],
    remote: [["Катон-Карагайский район", "Катонқарағай ауданы*"]],
  },
  {
    id: "KZ-27",
    kind: "region",
    population: [683327, 688091],
    rate: 0.1,
    oblastRu: "Западно-Казахстанская область",
    oblastKk: "Батыс Қазақстан облысы*",
    towns: [
      ["Уральск", "Орал"],
      ["Аксай", "Ақсай"],
    ],
    remote: [["Бурлинский район", "Бөрлі ауданы*"]],
  },
  {
    id: "KZ-23",
    kind: "region",
    population: [681241, 693040],
    rate: 0.09,
    oblastRu: "Атырауская область",
    oblastKk: "Атырау облысы*",
    towns: [
      ["Атырау", "Атырау"],
      ["Кульсары", "Құлсары"],
    ],
    remote: [["Махамбетский район", "Махамбет ауданы*"]],
  },
  {
    id: "KZ-47",
    kind: "region",
    population: [745909, 766956],
    rate: 0.08,
    oblastRu: "Мангистауская область",
    oblastKk: "Маңғыстау облысы*",
    towns: [
      ["Актау", "Ақтау"],
      ["Жанаозен", "Жаңаөзен"],
    ],
    remote: [["Бейнеуский район", "Бейнеу ауданы*"]],
  },
  {
    id: "KZ-62",
    kind: "region",
    population: [220913, 221395],
    rate: 0.08,
    oblastRu: "область Улытау",
    oblastKk: "Ұлытау облысы*",
    since: "2022-06-08",
    towns: [
      ["Жезказган", "Жезқазған"],
      ["Сатпаев", "Сәтбаев"],
    ],
    remote: [["Жанааркинский район", "Жаңаарқа ауданы*"]],
  },
  {
    id: "KZ-10",
    kind: "region",
    population: [611888, 610189],
    rate: 0.06,
    oblastRu: "область Абай",
    oblastKk: "Абай облысы*",
    since: "2022-06-08",
    towns: [
      ["Семей", "Семей"],
      ["Курчатов", "Курчатов"],
    ],
    remote: [["Бескарагайский район", "Бесқарағай ауданы*"]],
  },
  {
    id: "KZ-43",
    kind: "region",
    population: [823251, 833531],
    rate: 0.055,
    oblastRu: "Кызылординская область",
    oblastKk: "Қызылорда облысы*",
    towns: [
      ["Кызылорда", "Қызылорда"],
      ["Аральск", "Арал"],
    ],
    remote: [["Сырдарьинский район", "Сырдария ауданы*"]],
  },
  {
    id: "KZ-31",
    kind: "region",
    population: [1209665, 1217955],
    rate: 0.045,
    oblastRu: "Жамбылская область",
    oblastKk: "Жамбыл облысы*",
    towns: [
      ["Тараз", "Тараз"],
      ["Каратау", "Қаратау"],
    ],
    remote: [["Кордайский район", "Қордай ауданы*"]],
  },
  {
    id: "KZ-33",
    kind: "region",
    population: [698757, 698675],
    rate: 0.03,
    oblastRu: "область Жетысу",
    oblastKk: "Жетісу облысы*",
    since: "2022-06-08",
    towns: [
      ["Талдыкорган", "Талдықорған"],
      ["Текели", "Текелі"],
    ],
    remote: [["Панфиловский район", "Панфилов ауданы*"]],
  },
  {
    id: "KZ-19",
    kind: "region",
    population: [1478496, 1505984],
    rate: 0.025,
    oblastRu: "Алматинская область",
    oblastKk: "Алматы облысы*",
    towns: [
      ["Талгар", "Талғар"],
      ["Каскелен", "Қаскелең"],
    ],
    remote: [["Карасайский район", "Қарасай ауданы*"]],
  },
  {
    id: "KZ-61",
    kind: "region",
    population: [2088510, 2119063],
    rate: 0.012,
    oblastRu: "Туркестанская область",
    oblastKk: "Түркістан облысы*",
    towns: [
      ["Туркестан", "Түркістан"],
      ["Кентау", "Кентау"],
    ],
    remote: [["Сайрамский район", "Сайрам ауданы*"]],
  },
];

/** Mean of the residents of 1 January 2022 and 2023. */
export function residents(place: Place): number {
  return (place.population[0] + place.population[1]) / 2;
}
