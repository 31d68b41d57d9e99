/** Made-up adults: first name and surname, declined where a sentence asks for it. */
import type { Random } from "./prng.ts";

const women =
  "Айгуль,Жанар,Светлана,Гульнара,Асель,Марина,Динара,Ольга,Сауле,Алия,Наталья,Бахыт,Шолпан,Ирина,Лаура,Зарина,Елена,Карлыгаш,Майра,Татьяна,Назым,Жулдыз,Меруерт,Галина".split(
    ",",
  );
const men =
  "Ерлан,Данияр,Сергей,Нурлан,Арман,Виктор,Марат,Бауыржан,Андрей,Серик,Талгат,Олег,Кайрат,Азамат,Дмитрий,Жандос,Тимур,Руслан,Асхат,Болат".split(
    ",",
  );
const surnames =
  "Ахмет,Сарсен,Жумабек,Касым,Оспан,Тлеу,Нурпеис,Байжан,Сулеймен,Искак,Мусабек,Рахим,Дюсен,Абдрахман,Кенже,Ермек,Токтар,Шарип,Утеген,Бекен,Смагул,Жаксылык,Иван,Орл,Петр,Садык,Алим,Турсын,Досым,Молдаш".split(
    ",",
  );
const kazakhFirst =
  "Айгүл,Жанар,Әсел,Динара,Сәуле,Әлия,Шолпан,Лаура,Қарлығаш,Майра,Назым,Жұлдыз,Меруерт,Ерлан,Данияр,Нұрлан,Арман,Марат,Бауыржан,Серік,Талғат,Қайрат,Азамат,Жандос,Асхат,Болат".split(
    ",",
  );
const kazakhSurnames =
  "Ахметов,Сәрсенов,Жұмабеков,Қасымов,Оспанов,Тілеуов,Нұрпейісов,Байжанов,Сүлейменов,Ысқақов,Рахымов,Дүйсенов,Кенжеев,Ермеков,Тоқтаров,Шәріпов,Өтегенов,Бекенов,Смағұлов".split(
    ",",
  );

const endings = {
  n: { m: "", f: "а" },
  i: { m: "ым", f: "ой" },
  g: { m: "а", f: "ой" },
  d: { m: "у", f: "ой" },
} as const;

function surname(base: string, woman: boolean, wanted: keyof typeof endings): string {
  const stem = base === "Кенже" ? `${base}ев` : `${base}ов`;
  return stem + endings[wanted][woman ? "f" : "m"];
}

function given(name: string, woman: boolean, wanted: keyof typeof endings): string {
  if (wanted === "n" || /гуль$|ель$|ыз$|ерт$|ар$|ыт$|ым$|аш$|ан$/.test(name)) {
    if (wanted === "n" || woman) return name;
  }
  if (woman) {
    if (name.endsWith("а")) return name.slice(0, -1) + { i: "ой", g: "ы", d: "е" }[wanted];
    if (name.endsWith("я"))
      return (
        name.slice(0, -1) + { i: "ей", g: "и", d: wanted === "d" && name.endsWith("ия") ? "и" : "е" }[wanted]
      );
    return name;
  }
  if (name.endsWith("й")) return name.slice(0, -1) + { i: "ем", g: "я", d: "ю" }[wanted];
  return name + { i: "ом", g: "а", d: "у" }[wanted];
}

/** A made-up person in Russian: `Айгуль Сарсенова`, `Айгуль Сарсеновой`. */
export function personRu(random: Random, wanted: keyof typeof endings): string {
  const woman = random.chance(0.65);
  const first = random.pick(woman ? women : men);
  return `${given(first, woman, wanted)} ${surname(random.pick(surnames), woman, wanted)}`;
}

/** A made-up person in Kazakh, nominative: suffixes follow the surname. */
export function personKk(random: Random): string {
  const at = random.int(0, kazakhFirst.length - 1);
  return `${kazakhFirst[at]} ${random.pick(kazakhSurnames)}${at < 13 ? "а" : ""}`;
}
