/** What real posts have and grammars do not: slips of the finger, emoji, shouting, personal data, hostile strings. */
import { syntheticIin } from "./iin.ts";
import { toRussianKeyboard } from "./kazakh-latin.ts";
import type { Random } from "./prng.ts";

const emoji = [
  "🙏",
  "❤️",
  "😊",
  "👏",
  "💙",
  "😢",
  "🔥",
  "👍",
  "✨",
  "📚",
  "🧩",
  "👨‍👩‍👧",
  "♿",
  "🇰🇿",
  "☝️",
  "💪🏼",
  "😡",
];

function slip(text: string, random: Random): string {
  const words = [...text.matchAll(/[а-яё]{6,}/g)];
  if (words.length === 0) return text;
  const word = random.pick(words);
  const at = word.index + random.int(1, word[0].length - 3);
  const [a, b] = [text[at]!, text[at + 1]!];
  const wrong = random.pick([b + a, a, a + a + b]);
  return text.slice(0, at) + wrong + text.slice(at + 2);
}

/** A telephone number in one of the ways people write it; the exchange 000 is given to nobody. */
export function phone(random: Random): string {
  const code = random.pick(["700", "701", "702", "705", "707", "747", "775", "778"]);
  const tail = String(random.int(0, 9999)).padStart(4, "0");
  const [a, b] = [tail.slice(0, 2), tail.slice(2)];
  return random.pick([
    `+7 ${code} 000 ${a} ${b}`,
    `8 ${code} 000 ${a} ${b}`,
    `8${code}000${tail}`,
    `+7(${code})000-${a}-${b}`,
    `+7${code}000${tail}`,
  ]);
}

/** A sentence that holds personal data (of nobody), or nothing. */
export function personalData(random: Random, kazakh: boolean): string | undefined {
  const at = random.next();
  const account = `@demo_user_${random.int(1, 3000)}`;
  if (at < 0.022)
    return (kazakh ? "Байланыс: " : random.pick(["Тел.: ", "Звоните: ", "WhatsApp "])) + phone(random);
  if (at < 0.05)
    return kazakh
      ? `Рақмет, ${account}!`
      : random.pick([`Спасибо ${account} за помощь!`, `Отметьте ${account}.`, `Пишет ${account}.`]);
  if (at < 0.058) return `${kazakh ? "Пошта" : "Почта"}: demo.user.${random.int(1, 3000)}@mail.example`;
  if (at < 0.064) return `${kazakh ? "ЖСН" : "ИИН"} ${syntheticIin(random)}`;
  return undefined;
}

/** A social post's text with emoji, capitals, slips and keyboard habits, each now and then. */
export function roughen(text: string, kazakh: boolean, random: Random): string {
  let out = text;
  if (!kazakh && random.chance(0.6)) out = out.replaceAll("ё", "е").replaceAll("Ё", "Е");
  if (kazakh && random.chance(0.03)) out = toRussianKeyboard(out);
  if (random.chance(0.07)) out = slip(out, random);
  if (random.chance(0.02)) out = slip(slip(out, random), random);
  if (random.chance(0.02)) out = out.toUpperCase();
  else if (random.chance(0.03)) out = out.replace(/^[^.!?]*[.!?]/, (sentence) => sentence.toUpperCase());
  if (random.chance(0.25)) {
    const one = random.pick(emoji);
    out = random.chance(0.7) ? `${out} ${one.repeat(random.int(1, 3))}` : `${one} ${out}`;
  }
  if (random.chance(0.04)) out = out.replace(/([.!])$/, random.pick(["!!!", "...", "🤔", "))"]));
  return out;
}

/** Strings that must come through as plain text wherever they are shown. */
export const hostileStrings = [
  "<script>alert(1)</script>",
  '=HYPERLINK("https://evil.example","открыть")',
  "\u202Eстраница\u202C",
  "<img src=x onerror=alert(1)>",
  "'; drop table posts; --",
  "#{7*7} {{7*7}}",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "javascript:alert(1)//",
] as const;

/** Named HTML entities left in a text by a careless exporter. */
export function withEntities(text: string): string {
  return text.replaceAll("«", "&laquo;").replaceAll("»", "&raquo;").replaceAll(" — ", "&nbsp;&mdash; ");
}
