/** The register of the demo study: organisations that do not exist, on hosts and handles that say so. */
export interface Organisation {
  readonly id: string;
  readonly nameEn: string;
  readonly nameRu: string;
  readonly nameKk: string;
  readonly type: string;
  readonly region: string;
  readonly telegram: string;
  readonly instagram: string;
  readonly website: string;
  readonly facebook: string;
}

/** id | English | Russian | Kazakh | type | region | accounts: t telegram, i instagram, w web site, f Facebook. */
const rows = `
umit|Umit Foundation (demo)|Фонд «Үміт» (демо)|«Үміт» қоры (демо)|foundation|KZ-71|tiwf
samruq|Samruq Inclusion Centre (demo)|Центр инклюзии «Самрук» (демо)|«Самұрық» инклюзия орталығы (демо)|centre|KZ-75|tiw
aqqu|Aqqu Parents' Association (demo)|Ассоциация родителей «Аққу» (демо)|«Аққу» ата-аналар қауымдастығы (демо)|parents|KZ-71|tif
balapan|Balapan Early Help (demo)|Ранняя помощь «Балапан» (демо)|«Балапан» ерте көмегі (демо)|centre|KZ-35|ti
qanat|Qanat Autism Centre (demo)|Аутизм-центр «Қанат» (демо)|«Қанат» аутизм орталығы (демо)|centre|KZ-75|tiw
sholpan|Sholpan Special School (demo)|Специальная школа «Шолпан» (демо)|«Шолпан» арнайы мектебі (демо)|school|KZ-39|iw
tulpar|Tulpar Adaptive Sport (demo)|Адаптивный спорт «Тулпар» (демо)|«Тұлпар» бейімдеу спорты (демо)|association|KZ-55|ti
meirim|Meirim Foundation (demo)|Фонд «Мейірім» (демо)|«Мейірім» қоры (демо)|foundation|KZ-79|tif
zhasyl|Zhasyl Alan Inclusion Lab (demo)|Лаборатория инклюзии «Жасыл алаң» (демо)|«Жасыл алаң» инклюзия зертханасы (демо)|research|KZ-75|tw
bolashaq-uni|Demo Pedagogical University (demo)|Демо-педагогический университет (демо)|Демо педагогикалық университеті (демо)|university|KZ-71|tiw
nur-zhol|Nur Zhol Union of the Blind (demo)|Объединение незрячих «Нұр жол» (демо)|«Нұр жол» зағиптар бірлестігі (демо)|association|KZ-15|ti
tynyshtyq|Tynyshtyq Deaf Club (demo)|Клуб слабослышащих «Тыныштық» (демо)|«Тыныштық» нашар еститіндер клубы (демо)|association|KZ-63|ti
kun-bala|Kun Bala Families (demo)|Семьи «Күн бала» (демо)|«Күн бала» отбасылары (демо)|parents|KZ-75|i
senim|Senim Rehabilitation (demo)|Реабилитация «Сенім» (демо)|«Сенім» оңалту орталығы (демо)|centre|KZ-11|ti
qamqor|Qamqor Legal Help (demo)|Правовая помощь «Қамқор» (демо)|«Қамқор» құқықтық көмегі (демо)|legal|KZ-71|tw
altyn-besik|Altyn Besik Kindergarten Network (demo)|Сеть садов «Алтын бесік» (демо)|«Алтын бесік» балабақшалары (демо)|preschool|KZ-23|if
dara|Dara PMPC Support (demo)|Поддержка ПМПК «Дара» (демо)|«Дара» ПМПК қолдауы (демо)|centre|KZ-59|ti
teng|Teng Mumkindik Fund (demo)|Фонд «Тең мүмкіндік» (демо)|«Тең мүмкіндік» қоры (демо)|foundation|KZ-75|tiw
ustaz-lab|Ustaz Lab Teacher Training (demo)|Школа педагога «Ұстаз Lab» (демо)|«Ұстаз Lab» педагогтер мектебі (демо)|training|KZ-35|tiw
aq-kerme|Aq Kerme Mobility (demo)|Мобильность «Ақ керме» (демо)|«Ақ керме» қозғалыс қоры (демо)|association|KZ-47|ti
zhurek|Zhurek Volunteers (demo)|Волонтёры «Жүрек» (демо)|«Жүрек» еріктілері (демо)|volunteers|KZ-27|i
sozder|Sozder Speech Centre (demo)|Речевой центр «Сөздер» (демо)|«Сөздер» сөйлеу орталығы (демо)|centre|KZ-43|ti
orda-college|Orda Inclusive College (demo)|Инклюзивный колледж «Орда» (демо)|«Орда» инклюзивті колледжі (демо)|college|KZ-31|iw
aru|Aru Girls with Disabilities (demo)|Движение «Ару» (демо)|«Ару» қозғалысы (демо)|association|KZ-71|i
semei-qolda|Semei Qolda Centre (demo)|Центр «Семей қолда» (демо)|«Семей қолда» орталығы (демо)|centre|KZ-10|ti
zhetisu-bala|Zhetisu Bala (demo)|Центр «Жетісу бала» (демо)|«Жетісу бала» орталығы (демо)|centre|KZ-33|i
ulytau-zhol|Ulytau Zhol (demo)|Центр «Ұлытау жол» (демо)|«Ұлытау жол» орталығы (демо)|centre|KZ-62|t
turkistan-nur|Turkistan Nur (demo)|Центр «Түркістан нұр» (демо)|«Түркістан нұр» орталығы (демо)|centre|KZ-61|ti
inclusion-news|Inclusion News Kazakhstan (demo)|Новости инклюзии (демо)|Инклюзия жаңалықтары (демо)|media||tiw
qaz-method|Qazaq Method Library (demo)|Методическая библиотека (демо)|Әдістемелік кітапхана (демо)|training|KZ-19|tw`;

export const organisations: readonly Organisation[] = rows
  .trim()
  .split("\n")
  .map((row) => {
    const [name, nameEn, nameRu, nameKk, type, region, accounts] = row.split("|") as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const handle = `demo_${name.replaceAll("-", "_")}`;
    const has = (letter: string, value: string): string => (accounts.includes(letter) ? value : "");
    return {
      id: `demo-${name}`,
      nameEn,
      nameRu,
      nameKk,
      type,
      region,
      telegram: has("t", handle),
      instagram: has("i", handle),
      website: has("w", `https://${name}.demo.example/`),
      facebook: has("f", handle.replaceAll("_", ".")),
    };
  });

/** Kinds of organisations, in Russian and in Kazakh. */
const types: Readonly<Record<string, readonly [ru: string, kk: string]>> = {
  association: ["объединение", "бірлестік"],
  centre: ["центр", "орталық"],
  college: ["колледж", "колледж"],
  foundation: ["фонд", "қор"],
  legal: ["правовая помощь", "құқықтық көмек"],
  media: ["медиа", "медиа"],
  parents: ["объединение родителей", "ата-аналар бірлестігі"],
  preschool: ["дошкольная организация", "мектепке дейінгі ұйым"],
  research: ["исследовательская организация", "зерттеу ұйымы"],
  school: ["школа", "мектеп"],
  training: ["обучение педагогов", "педагогтерді оқыту"],
  university: ["университет", "университет"],
  volunteers: ["волонтёры", "еріктілер"],
};

/** `organisations.csv` of the study. */
export function organisationsCsv(): string {
  const header = "id,name_en,name_ru,name_kk,type,type_ru,type_kk,region,telegram,instagram,website,facebook";
  const lines = organisations.map((one) =>
    [
      one.id,
      one.nameEn,
      one.nameRu,
      one.nameKk,
      one.type,
      ...types[one.type]!,
      one.region,
      one.telegram,
      one.instagram,
      one.website,
      one.facebook,
    ].join(","),
  );
  return `${[header, ...lines].join("\n")}\n`;
}
