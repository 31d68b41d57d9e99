/** Hashtags of a post: led by autism, cerebral palsy and the national test, with their variants. */
import type { Random } from "./prng.ts";

const byTopicRu: Readonly<Record<string, readonly string[]>> = {
  autism: ["аутизм", "аутизм", "аутизм", "Аутизм", "аутизмКазахстан", "РАС"],
  "cerebral-palsy": ["ДЦП", "ДЦП", "ДЦП", "дцп", "ДЦПнеприговор", "церебральныйпаралич"],
  "national-testing": ["ЕНТ", "ЕНТ", "ент", "ЕНТ{year}"],
  "down-syndrome": ["синдромдауна", "солнечныедети"],
  infrastructure: ["доступнаясреда", "безбарьеров"],
  "early-intervention": ["ранняяпомощь"],
  "assistive-technology": ["технологии"],
  violence: ["СтопБуллинг", "буллинг"],
  "teacher-pay": ["учитель", "педагоги"],
  "higher-education": ["гранты", "студенты"],
  olympiads: ["олимпиада", "гордость"],
  preschool: ["детскийсад"],
};
const byTopicKk: Readonly<Record<string, readonly string[]>> = {
  autism: ["аутизм", "аутизм", "аутизмҚазақстан"],
  "cerebral-palsy": ["ДЦП", "ДЦП", "салауруы"],
  "national-testing": ["ҰБТ", "ҰБТ", "ҰБТ{year}", "ЕНТ"],
  "down-syndrome": ["күнбалалары"],
  infrastructure: ["кедергісізорта"],
  violence: ["буллинг"],
  "teacher-pay": ["ұстаз"],
  olympiads: ["олимпиада"],
  preschool: ["балабақша"],
};
/** Topics that nearly always bring their hashtag. */
const likely = new Set(["autism", "cerebral-palsy", "national-testing"]);
const general = {
  ru: [
    "образование",
    "школа",
    "дети",
    "Казахстан",
    "новости",
    "родители",
    "учеба",
    "семья",
    "важно",
    "город",
    "помощь",
    "класс",
    "воспитание",
    "уроки",
    "знания",
    "будущее",
    "общество",
    "добрыеновости",
    "лайфхакдлямам",
    "учимся",
  ],
  kk: [
    "білім",
    "мектеп",
    "балалар",
    "Қазақстан",
    "жаңалық",
    "отбасы",
    "ұстаздар",
    "ауыл",
    "маңызды",
    "сабақ",
    "болашақ",
    "тәрбие",
    "қоғам",
    "оқу",
    "өнер",
    "руханият",
  ],
};
const inclusive = {
  ru: [
    "инклюзия",
    "особыедети",
    "инклюзивное_образование",
    "особыймир",
    "равныевозможности",
    "мывместе",
    "добро",
    "реабилитация",
  ],
  kk: ["инклюзия", "ерекшебалалар", "инклюзивтібілім", "теңмүмкіндік", "біргеміз", "оңалту"],
};

/** The hashtags of a post, without `#`, as written; distinct when folded. */
export function hashtagsOf(
  topics: readonly string[],
  scope: string,
  kazakh: boolean,
  year: string,
  random: Random,
): string[] {
  const bank = kazakh ? byTopicKk : byTopicRu;
  const side = kazakh ? "kk" : "ru";
  const tags = new Map<string, string>();
  const add = (tag: string): void => {
    if (!tags.has(foldHashtag(tag))) tags.set(foldHashtag(tag), tag);
  };
  for (const topic of topics) {
    const own = bank[topic];
    if (own && random.chance(likely.has(topic) ? 0.95 : 0.35)) add(random.pick(own).replace("{year}", year));
  }
  const more = tags.size === 0 ? random.int(1, 2) : random.int(0, 1);
  for (let i = 0; i < more; i++)
    add(random.pick(scope === "inclusive" && random.chance(0.6) ? inclusive[side] : general[side]));
  return [...tags.values()];
}

/** A hashtag as an index writes it: lower case, ё as е, without `#`. */
export function foldHashtag(tag: string): string {
  return tag.normalize("NFC").toLowerCase().replaceAll("ё", "е");
}
