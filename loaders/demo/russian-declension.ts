/** Russian nouns and adjectives declined by paradigm: six cases, two numbers, three genders, animacy. */
export type Case = "n" | "g" | "d" | "a" | "i" | "p";
export type Gender = "m" | "f" | "n";
export interface Noun {
  readonly gender: Gender;
  readonly animate: boolean;
  readonly singular: Readonly<Record<Case, string>>;
  readonly plural: Readonly<Record<Case, string>>;
}

const velar = /[гкхжшчщ]$/;
const hush = /[жшчщ]$/;
const yi = (stem: string): string => stem + (velar.test(stem) ? "и" : "ы");

/**
 * What the ending does not tell: `m`/`f` for nouns in a soft sign, `+` animate, `/stem` oblique stem,
 * `pl:` nominative plural, `gp:` genitive plural, `ps:` stem of the oblique plural.
 */
const exceptions: Record<string, string> = Object.fromEntries(
  `учитель m + pl:учителя; воспитатель m +; родитель m +; преподаватель m +; руководитель m +; представитель m +; попечитель m +; порядок /порядк; хутор pl:хутора; степь f gp:степей; треть f gp:третей; сосед + pl:соседи gp:соседей ps:сосед; кружок /кружк; подарок /подарк; кубок /кубк; школа; младенец + /младенц; инженер +; абитуриент +; репетитор +; ректор +; наставник +; призер +; неонатолог +; взрослый skip; повариха f +; мастер + pl:мастера; журнал; дневник; программист +; дизайнер +; слесарь m +; парикмахер +; столяр +; фотограф +; электрик +; кондитер +; бухгалтер +; садовод +; швея f +;
  сварщик +; продавец + /продавц; флорист +; оператор +; механик +; маляр +; плотник +; лаборант +; ветеринар +; курьер +; ортопед +; сурдолог +; окулист +; генетик +; психотерапевт +; остеопат +; нейропсихолог +; массажист +; повреждение; чувство; кукла gp:кукол; ноутбук; крыльцо gp:крылец; открытка; слёт; заседание; стол; мяч i:мячом; физкультура; кровля gp:кровель; гардероб; кубик; наушник; гербарий; консилиум; оригами indecl; равенство; сотрудничество; уважение; тысяча i:тысячей; перемена; день m /дн; уровень m /уровн; портфель m; словарь m; календарь m; секретарь m +
  подросток + /подростк; звонок /звонк; список /списк; участок /участк; недостаток /недостатк; рисунок /рисунк
  праздник; комок /комк; отец + /отц gp:отцов; танец /танц; образец /образц; боец + /бойц; конец /конц; образец /образц; колледж i:колледжем; малыш + i:малышом gp:малышей
  очередь f gp:очередей; помощь f; речь f gp:речей; жизнь f gp:жизней; площадь f gp:площадей; модель f; цель f; область f gp:областей
  тетрадь f gp:тетрадей; осень f; роль f gp:ролей; связь f; часть f; запись f; дверь f; мебель f; отрасль f; мать f
  письмо gp:писем; окно gp:окон; судьба gp:судеб; статья gp:статей; семья gp:семей i:семьёй; сестра + gp:сестёр; место; кресло gp:кресел
  директор + pl:директора; доктор + pl:доктора; профессор + pl:профессора; тренер +; инспектор +; куратор +; город pl:города; дом pl:дома
  адрес pl:адреса; номер pl:номера; паспорт pl:паспорта; сад p2; год gp:лет; корпус pl:корпуса; поезд pl:поезда; вечер pl:вечера
  педагог +; логопед +; психолог +; дефектолог +; тьютор +; специалист +; ассистент +; ученик +; школьник +; дошкольник +; воспитанник +
  первоклассник +; выпускник +; старшеклассник +; студент +; активист +; волонтёр +; эксперт +; депутат +; чиновник +; аким +; министр +
  врач +; невролог +; педиатр +; юрист +; журналист +; омбудсмен +; методист +; сурдопедагог +; переводчик +; охранник +; завуч + i:завучем; коллега f +
  мама f + ; бабушка f +; одноклассник +; сверстник +; участник +; победитель m +; житель m +; психиатр +; реабилитолог +; инструктор +; друг + pl:друзья gp:друзей ps:друзь
  сценарий; критерий; санаторий; герой +; случай; музей; трамвай; автобус; стул pl:стулья gp:стульев ps:стуль; учебник; брат + pl:братья gp:братьев ps:брать; внук +
  эссе indecl; жюри indecl; кино indecl; видео indecl; ЕНТ indecl; ПМПК indecl; кабинет; сирота f +; лес pl:леса; стандарт; рубль m; акимат; тенге indecl
  мальчик +; мальчишка m + gp:мальчишек; девочка f +; девчонка f + gp:девчонок; дочка f +; дочь special; сын + pl:сыновья gp:сыновей ps:сыновь; внучка f +; сынишка m +; сынок + /сынк; дочурка f +; парень m + /парн gp:парней
  занятие; условие; обучение; общежитие; мастерская adj; столовая adj; учащийся skip; пандус; лифт; кровать f gp:кроватей; полгода skip; кандидат +; слушатель m +; спортсмен +; чемпион +; призёр +; поставщик +; подрядчик +; работник +; сотрудник +; повар + pl:повара; водитель m +; рабочий skip
  ступень f; степень f; ладонь f; трудность f; обязанность f; земля gp:земель; неделя gp:недель; деревня gp:деревень; песня gp:песен; бассейн; тренажёр; доска gp:досок; игра; сумма; слово; право; дело; правило; общество; агентство; министерство; детство; средство; устройство`
    .split(/[;\n]/)
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => [entry.split(/\s+/)[0]!, ` ${entry} `]),
);

/** True for a word whose paradigm is listed (so that `герой` is not read as an adjective). */
export function isListedNoun(word: string): boolean {
  return word in exceptions || word.toLowerCase() in exceptions;
}

const child: Noun = {
  gender: "m",
  animate: true,
  singular: { n: "ребёнок", g: "ребёнка", d: "ребёнку", a: "ребёнка", i: "ребёнком", p: "ребёнке" },
  plural: { n: "дети", g: "детей", d: "детям", a: "детей", i: "детьми", p: "детях" },
};
const person: Noun = {
  gender: "m",
  animate: true,
  singular: { n: "человек", g: "человека", d: "человеку", a: "человека", i: "человеком", p: "человеке" },
  plural: { n: "люди", g: "людей", d: "людям", a: "людей", i: "людьми", p: "людях" },
};
const daughter: Noun = {
  gender: "f",
  animate: true,
  singular: { n: "дочь", g: "дочери", d: "дочери", a: "дочь", i: "дочерью", p: "дочери" },
  plural: { n: "дочери", g: "дочерей", d: "дочерям", a: "дочерей", i: "дочерьми", p: "дочерях" },
};
const time: Noun = {
  gender: "n",
  animate: false,
  singular: { n: "время", g: "времени", d: "времени", a: "время", i: "временем", p: "времени" },
  plural: { n: "времена", g: "времён", d: "временам", a: "времена", i: "временами", p: "временах" },
};
const irregular: Record<string, Noun> = { ребёнок: child, человек: person, дочь: daughter, время: time };
const known = new Map<string, Noun>(Object.entries(irregular));

function table(values: readonly string[], animate: boolean, accusative?: string): Record<Case, string> {
  const [n, g, d, i, p] = values as [string, string, string, string, string];
  return { n, g, d, a: accusative ?? (animate ? g : n), i, p };
}

function oblique(stem: string, soft: boolean): [string, string, string] {
  const v = soft ? "я" : "а";
  return [`${stem}${v}м`, `${stem}${v}ми`, `${stem}${v}х`];
}

function build(lemma: string): Noun {
  const tags = exceptions[lemma] ?? exceptions[lemma.toLowerCase()] ?? " ";
  const tag = (name: string): string | undefined => tags.match(new RegExp(` ${name}(\\S+)`))?.[1];
  const animate = tags.includes(" + ");
  if (tags.includes(" indecl ")) {
    const same = { n: lemma, g: lemma, d: lemma, a: lemma, i: lemma, p: lemma };
    return { gender: lemma === "ПМПК" ? "f" : "n", animate: false, singular: same, plural: same };
  }
  const cut = lemma.slice(0, -1);
  const last = lemma.slice(-1);
  let gender: Gender = "m";
  let singular: Record<Case, string>;
  let nominative: string;
  let genitive: string;
  let plural: [string, string, string];
  if (lemma.endsWith("ия") || lemma.endsWith("ие")) {
    gender = last === "я" ? "f" : "n";
    singular =
      gender === "f"
        ? table([lemma, `${cut}и`, `${cut}и`, `${cut}ей`, `${cut}и`], animate, `${cut}ю`)
        : table([lemma, `${cut}я`, `${cut}ю`, `${cut}ем`, `${cut}и`], animate);
    nominative = gender === "f" ? `${cut}и` : `${cut}я`;
    genitive = `${cut}й`;
    plural = oblique(cut, true);
  } else if (last === "а" || last === "я") {
    gender = tags.includes(" m ") ? "m" : "f";
    const soft = last === "я";
    const instrumental = soft || /[жшчщц]$/.test(cut) ? `${cut}ей` : `${cut}ой`;
    const gen = soft ? `${cut}и` : yi(cut);
    singular = table(
      [lemma, gen, `${cut}е`, tag("i:") ?? instrumental, `${cut}е`],
      animate,
      cut + (soft ? "ю" : "у"),
    );
    nominative = gen;
    const fleeting = cut.match(/^(.*[^аеёиоуыэюя])к$/)?.[1];
    genitive = soft
      ? /[аеёиоуыэюя]$/.test(cut)
        ? `${cut}й`
        : `${cut}ь`
      : fleeting === undefined
        ? cut
        : /[жшчьй]$/.test(fleeting)
          ? `${fleeting.replace(/[ьй]$/, "")}ек`
          : `${fleeting}ок`;
    plural = oblique(cut, soft);
  } else if (last === "о" || last === "е") {
    gender = "n";
    singular = table([lemma, `${cut}а`, `${cut}у`, `${lemma}м`, `${cut}е`], false);
    nominative = `${cut}а`;
    genitive = cut;
    plural = oblique(cut, false);
  } else if (last === "ь" && (tags.includes(" f ") || /[ео]сть$|[^т]знь$/.test(lemma))) {
    gender = "f";
    singular = table([lemma, `${cut}и`, `${cut}и`, `${lemma}ю`, `${cut}и`], false, lemma);
    nominative = `${cut}и`;
    genitive = `${cut}ей`;
    plural = oblique(cut, !hush.test(cut));
  } else if (last === "ь" || last === "й") {
    const stem = tag("/") ?? cut;
    const place = lemma.endsWith("ий") ? `${stem}и` : `${stem}е`;
    singular = table([lemma, `${stem}я`, `${stem}ю`, `${stem}ем`, place], animate);
    nominative = `${stem}и`;
    genitive = last === "й" ? `${stem}ев` : `${stem}ей`;
    plural = oblique(stem, true);
  } else {
    const stem = tag("/") ?? lemma;
    const instrumental = /[цщ]$/.test(stem) ? `${stem}ем` : `${stem}ом`;
    singular = table([lemma, `${stem}а`, `${stem}у`, tag("i:") ?? instrumental, `${stem}е`], animate);
    nominative = yi(stem);
    genitive = hush.test(stem) ? `${stem}ей` : stem.endsWith("ц") ? `${stem}ев` : `${stem}ов`;
    plural = oblique(stem, false);
  }
  const nom = tag("pl:") ?? nominative;
  const stemPlural = tag("ps:");
  const own = tag("pl:");
  if (stemPlural) plural = oblique(stemPlural, true);
  else if (own?.endsWith("я") && last === "ь") plural = oblique(cut, true);
  const values = [nom, tag("gp:") ?? genitive, ...plural];
  return { gender, animate, singular, plural: table(values, animate) };
}

/** The paradigm of a Russian noun given in the nominative singular; unlisted nouns go by their ending. */
export function declineNoun(lemma: string): Noun {
  let noun = known.get(lemma);
  if (!noun) {
    noun = build(lemma);
    known.set(lemma, noun);
  }
  return noun;
}

const hard: Record<Gender | "p", Record<Case, string>> = {
  m: { n: "ый", g: "ого", d: "ому", a: "ый", i: "ым", p: "ом" },
  n: { n: "ое", g: "ого", d: "ому", a: "ое", i: "ым", p: "ом" },
  f: { n: "ая", g: "ой", d: "ой", a: "ую", i: "ой", p: "ой" },
  p: { n: "ые", g: "ых", d: "ым", a: "ые", i: "ыми", p: "ых" },
};

/** A Russian adjective, given in any nominative singular, in the form that agrees with a noun. */
export function declineAdjective(given: string, noun: Noun, wanted: Case, plural: boolean): string {
  const stem = given.slice(0, -2);
  const soft = /(?:н(?:ий|яя|ее))$/.test(given);
  const which = plural ? "p" : noun.gender;
  let at = wanted;
  if (wanted === "a" && noun.animate && (plural || noun.gender === "m")) at = "g";
  if (which === "m" && at === "n" && given.endsWith("ой")) return given;
  if (which === "m" && at === "a" && given.endsWith("ой")) return given;
  let ending = hard[which][at];
  if (soft) ending = ending.replace(/^ы/, "и").replace(/^о/, "е").replace(/^ая/, "яя").replace(/^ую/, "юю");
  else if (velar.test(stem)) {
    ending = ending.replace(/^ы/, "и");
    // Stressed endings keep о after ж ш ч щ (большой, чужой).
    if (hush.test(stem) && !given.endsWith("ой")) ending = ending.replace(/^о/, "е");
  } else if (stem.endsWith("ц")) ending = ending.replace(/^о/, "е");
  return stem + ending;
}

/** `21 школа`, `3 школы`, `12 школ`: the noun after a whole number in the nominative. */
export function afterNumber(count: number, noun: Noun): string {
  const tens = count % 100;
  const ones = count % 10;
  if (ones === 1 && tens !== 11) return noun.singular.n;
  if (ones >= 2 && ones <= 4 && (tens < 12 || tens > 14)) return noun.singular.g;
  return noun.plural.g;
}
