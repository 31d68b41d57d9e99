import { classAt, DIGIT, LETTER, sizeAt } from "./characters.ts";
import { words } from "./word-list.ts";

export interface SentenceSpan {
  /** Offset of the first UTF-16 code unit. */
  readonly start: number;
  /** Offset after the last, its full stop and closing quotes included. */
  readonly end: number;
}

/** Abbreviations that a word follows: a full stop after them ends no sentence. */
const BEFORE_WORD = words(`
  г гор ул д дом кв пр просп пер мкр обл р пос с св им ст стр п пп гл рис табл см ср напр т тов проф акад доц канд асс мл ред
  тел моб факс инв корп оф эт бульв чл б ж к н э я т.е т.к т.н т.д мр ms mr mrs dr st vs no
  қ к-сі көш б.з жж ғ ғғ а.қ млн млрд тыс трлн руб тг тнг тенг коп долл кг км см мм мин сек час
`);
const CLOSING = new Set([..."»”“\"')]"]);
const ENDS = new Set([...".!?…"]);
const MOST_SIGNS = 8;

/**
 * The sentences of a normalised text, in order, white space between them left out. A line end always ends one; a full
 * stop, exclamation or question mark or ellipsis does where white space follows and the next word does not go on in
 * lower case, unless an abbreviation (`г.`, `ул.`, `т.е.`) or an initial (`А.`) stands before it. Time is linear.
 */
export function sentences(text: string): SentenceSpan[] {
  const found: SentenceSpan[] = [];
  let start = skipSpace(text, 0);
  let at = start;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === "\n") {
      push(found, text, start, at);
      start = skipSpace(text, at);
      at = start;
    } else if (ENDS.has(sign)) {
      const end = signsEnd(text, at);
      const next = skipSpace(text, end);
      if (next > end && opensSentence(text, next) && !isAbbreviation(text, start, at, end, next)) {
        push(found, text, start, end);
        start = next;
        at = next;
      } else at = Math.max(end, at + 1);
    } else at += sizeAt(text, at);
  }
  push(found, text, start, text.length);
  return found;
}

function push(found: SentenceSpan[], text: string, start: number, end: number): void {
  let last = end;
  while (last > start && /\s/u.test(text.charAt(last - 1))) last--;
  if (last > start) found.push({ start, end: last });
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text.charAt(at))) at++;
  return at;
}

/** After the run of closing signs that begins at `at`, quotes and brackets after it included. */
function signsEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && ENDS.has(text.charAt(end))) end++;
  while (end < text.length && CLOSING.has(text.charAt(end))) end++;
  return end;
}

/** Whether what stands at `at`, after a few opening signs, is no lower-case letter. */
function opensSentence(text: string, at: number): boolean {
  for (let i = at; i < text.length && i < at + MOST_SIGNS; i += sizeAt(text, i)) {
    const kind = classAt(text, i);
    if (kind === DIGIT) return true;
    if (kind !== LETTER) continue;
    const letter = String.fromCodePoint(text.codePointAt(i)!);
    return letter === letter.toUpperCase();
  }
  return true;
}

function isAbbreviation(text: string, start: number, at: number, end: number, next: number): boolean {
  if (end !== at + 1 || text.charAt(at) !== ".") return false;
  let from = at;
  while (from > start && at - from < MOST_SIGNS && /[\p{L}.-]/u.test(text.charAt(from - 1))) from--;
  const word = text.slice(from, at);
  if (/^(?:\p{Lu}\.?)*\p{Lu}$/u.test(word) && word.replaceAll(".", "").length <= 2) {
    return classAt(text, next) === LETTER;
  }
  return BEFORE_WORD.has(word.toLowerCase());
}
