import { fold } from "../fold.ts";
import { NUMBER, type Spans, WORD } from "../spans.ts";
import { WordMemo } from "../word-memo.ts";
import { AGE_IN_ONE_WORD, BORN, DIAGNOSIS, DIAGNOSIS_LAST, OF_AGE, YEARS } from "./child-words.ts";
import type { Finding } from "./kinds.ts";
import { NameSentence, REACH } from "./name-sentence.ts";
import { isYoung, startsWithCapital, withoutEnding } from "./sentence-tokens.ts";

const HINT =
  /лет|год|мес|жас|айлы|рожд|туған|туыл|г\. ?р\.|ж\. ?т\.|\(\d{1,2}\)|аутизм|аутист|дцп|рас|зпр|зрр|онр|тнр|сдвг|сма|ооп|овз|вич|рак|даун|аспергер|ретт|туретт|синдром|эпил|инвал|мүгед|диагн|лей[кқ]|диабет|глух|тугоу|слабо|неслыш|незряч|слеп|алал|церебр|саңырау|зағип|соқыр|обыр|кемтар|кемістіг|олиг|шизо|цефал|цсп|дизар|бластом|сарком|лимфом|опухол|онколог|муковис|гемофил|миопат|трофи|парал|туберк|психореч|отстал|речи|слуха|зрения|интеллекта|развити|порок|сердца|сөйлеу/gi;

/**
 * Names of children next to an age under eighteen or to a diagnosis: `Алихан, 6 лет`, `6 жасар Айша`,
 * `у Тимура аутизм`. With the given name goes the surname beside it. Rules, no model. An age or diagnosis is sought
 * first; near it each word with a capital counts that is a given name of the list or of the Russian dictionary, or that
 * no list knows; an ordinary word with a capital, inside the sentence or where a word such as `сын` announces a name; a
 * given name in small letters, right beside the age or so announced. A place, or an adult's age or calling
 * beside the name, cancels it.
 */
export function findChildNames(text: string, tokens: Spans): Finding[] {
  const sentence = new NameSentence(text, tokens);
  const anchors = anchorsOf(text, tokens, sentence);
  if (anchors.length === 0) return [];
  const found: Finding[] = [];
  let next = 0;
  for (const anchor of anchors) {
    const to = Math.min(tokens.count - 1, anchor + REACH);
    for (let i = Math.max(next, anchor - REACH); i <= to; i++) {
      next = i + 1;
      if (tokens.kinds[i] !== WORD) continue;
      const isName = startsWithCapital(text, tokens.starts[i]!)
        ? sentence.isChildName(i, anchors)
        : sentence.isSmallChildName(i, anchors);
      if (!isName) {
        // Of a name that is an adult's, the surname is not looked at by itself.
        if (sentence.isListed(i)) i = sentence.nameEnd(i);
        next = i + 1;
        continue;
      }
      const last = sentence.nameEnd(i);
      const first = sentence.nameStart(i);
      const before = found.at(-1)?.end ?? 0;
      for (const other of sentence.namesJoinedBefore(first)) {
        const start = tokens.starts[sentence.nameStart(other)]!;
        if (start >= before) found.push({ kind: "name", start, end: tokens.ends[sentence.nameEnd(other)]! });
      }
      found.push({ kind: "name", start: tokens.starts[first]!, end: sentence.endOf(last) });
      next = last + 1;
      i = last;
    }
  }
  return found;
}

const IS_YEARS = 1;
const IS_DIAGNOSIS = 2;
const IS_AGE = 4;
const IS_BIRTH = 8;
const IS_LAST_OF_DIAGNOSIS = 16;
/** By word as written: what it is to a search for ages and diagnoses. */
const roles = new WordMemo((word, facts, at) => {
  const form = fold(word);
  facts[at] =
    (YEARS.test(form) ? IS_YEARS : 0) |
    (DIAGNOSIS.test(form) ? IS_DIAGNOSIS : 0) |
    (AGE_IN_ONE_WORD.test(form) ? IS_AGE : 0) |
    (BORN.test(form) ? IS_BIRTH : 0) |
    (DIAGNOSIS_LAST.test(form) ? IS_LAST_OF_DIAGNOSIS : 0);
  facts[at + 1] = 0;
});

/** Tokens at which an age under eighteen or a diagnosis stands, in order. */
function anchorsOf(text: string, tokens: Spans, sentence: NameSentence): number[] {
  const anchors: number[] = [];
  let token = 0;
  HINT.lastIndex = 0;
  for (let match = HINT.exec(text); match !== null; match = HINT.exec(text)) {
    while (token < tokens.count && tokens.ends[token]! <= match.index) token++;
    if (token === tokens.count) break;
    HINT.lastIndex = Math.max(HINT.lastIndex, tokens.ends[token]!);
    if (tokens.starts[token]! > match.index + 1) continue;
    if (tokens.kinds[token] !== WORD) {
      if (tokens.kinds[token] === NUMBER && sentence.isInBrackets(token) && isYoung(sentence.raw(token)))
        anchors.push(token);
      continue;
    }
    const at = roles.at(tokens, tokens.starts[token]!, tokens.ends[token]!);
    const role = at === -1 ? 0 : roles.slots[at]!;
    if (role !== 0 && isAnchor(text, tokens, token, role, sentence)) anchors.push(token);
  }
  return anchors;
}

function isAnchor(text: string, tokens: Spans, token: number, role: number, sentence: NameSentence): boolean {
  if ((role & (IS_DIAGNOSIS | IS_AGE)) !== 0) return true;
  if ((role & IS_YEARS) !== 0 && isAge(text, tokens, token)) return true;
  if ((role & IS_LAST_OF_DIAGNOSIS) !== 0 && sentence.isDiagnosis(token)) return true;
  return (role & IS_BIRTH) !== 0 && (sentence.birthAt(token - 1) > 0 || sentence.birthAt(token - 2) > 0);
}

function wordAt(text: string, tokens: Spans, token: number): string {
  return token < 0 ? "" : text.slice(tokens.starts[token], tokens.ends[token]);
}

/** `6 жас`, `жасы 6`, `жасы алтыда`. */
function isAge(text: string, tokens: Spans, years: number): boolean {
  if (isYoung(fold(wordAt(text, tokens, years - 1)))) return true;
  return (
    OF_AGE.test(fold(wordAt(text, tokens, years))) &&
    isYoung(withoutEnding(fold(wordAt(text, tokens, years + 1))))
  );
}
