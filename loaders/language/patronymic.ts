const PATRONYMIC = /^(?:[қк]ызы|ұлы|qyzy|[uūú]ly)/iu;
const GENITIVE = /(?:[ндт][ыі][ңн]|[ndt][yiı][ńñn])$/iu;
const WORD_BEFORE = /(\p{Lu}[\p{Ll}\p{M}]+) $/u;
const SENTENCE_START = /(?:^|[.!?…:;«»"„“(\n—–] ?)$/u;
const REACH = 80;

/**
 * Whether a Kazakh word for a daughter or a son (қызы, ұлы), from `start` in a text, is a patronymic written apart: it
 * follows a capitalised name that is not in the genitive ("Гүлнар Мұхтар қызы", and not "Мұхтардың қызы") and does not
 * open a sentence, where any word is capitalised.
 */
export function isKazakhPatronymic(text: string, start: number): boolean {
  if (!PATRONYMIC.test(text.slice(start, start + 5))) return false;
  const before = text.slice(Math.max(0, start - REACH), start);
  const name = WORD_BEFORE.exec(before);
  if (name === null || GENITIVE.test(name[1]!)) return false;
  return !SENTENCE_START.test(before.slice(0, name.index));
}
