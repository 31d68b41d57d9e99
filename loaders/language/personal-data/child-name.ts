import { fold } from "../fold.ts";
import { NUMBER, type Spans, WORD } from "../spans.ts";
import { WordMemo } from "../word-memo.ts";
import { isGivenName } from "./given-names.ts";
import type { Finding } from "./kinds.ts";

const OLDEST_CHILD = 17;
/** Words between a name and the age or diagnosis that it stands next to. */
const NEAREST = 3;

const YEARS =
  /^(?:лет|год|года|году|годик\p{L}{0,2}|годовал\p{L}{2,3}|летн\p{L}{2,3}|мес|месяц\p{L}{0,3}|месячн\p{L}{2,3}|жас|жаста\p{L}{0,3}|жасар|жасында\p{L}{0,3}|жасқа|жасты|жасын\p{L}{0,3}|айлық)$/u;
const AGE_IN_ONE_WORD =
  /^(?:полутор\p{L}|дв[ух]{2}|трех|четырех|пяти|шести|семи|восьми|девяти|десяти|одиннадцати|двенадцати|тринадцати|четырнадцати|пятнадцати|шестнадцати|семнадцати|годовал)(?:летн\p{L}{2,3}|\p{L}{2,3})$/u;
const NUMERAL =
  /^(?:один|одного|два|две|двух|три|трех|четыре|четырех|пять|пяти|шесть|шести|семь|семи|восемь|восьми|девять|девяти|десять|десяти|одиннадцат[ьи]|двенадцат[ьи]|тринадцат[ьи]|четырнадцат[ьи]|пятнадцат[ьи]|шестнадцат[ьи]|семнадцат[ьи]|бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он)$/u;
/** After a span of time that is no age. */
const NO_AGE =
  /^(?:назад|бұрын|бойы|подряд|спустя|ішінде|кейін|сайын|мерзім\p{L}*|тюрьм\p{L}*|колони\p{L}*|бас|работ\p{L}*|стаж\p{L}*|опыт\p{L}*|лишени\p{L}*|условн\p{L}*)$/u;
/** Before a span of time that is no age. */
const SPAN =
  /^(?:течение|течении|последни[ех]|последний|через|спустя|за|на|более|свыше|срок\p{L}*|первые|соңғы|около|кемінде|минимум)$/u;
const DIAGNOSIS =
  /^(?:аутизм\p{L}{0,6}|аутист\p{L}{0,5}|аутичн\p{L}{2,3}|рас|дцп|цсп|зпр|зпрр|зрр|онр|сдвг|сма|дауна?|эпилепс\p{L}{1,5}|инвалид\p{L}{0,8}|мүгедек\p{L}{0,8}|лейкоз\p{L}{0,4}|лейкеми\p{L}{1,4}|диабет\p{L}{0,5}|дислекси\p{L}{1,3}|глухот\p{L}{1,2}|тугоухост\p{L}{1,2}|алали\p{L}{1,3}|дизартри\p{L}{1,3}|гидроцефали\p{L}{1,3}|микроцефали\p{L}{1,3}|олигофрени\p{L}{1,3}|шизофрени\p{L}{1,3}|диагноз\p{L}{0,8}|кемтар\p{L}{0,5}|саңырау\p{L}{0,5}|тұтықпа\p{L}{0,5})$/u;
/** Words that say that a name is a child's, right before it or after. */
const CHILD =
  /^(?:сын\p{L}{0,4}|дочь|дочер\p{L}{1,3}|дочк\p{L}{1,2}|доченьк\p{L}{1,2}|ребен\p{L}{1,4}|мальчик\p{L}{0,3}|девочк\p{L}{1,3}|внук\p{L}{0,2}|внучк\p{L}{1,2}|малыш\p{L}{0,4}|школьник\p{L}{0,2}|школьниц\p{L}{1,2}|ученик\p{L}{0,2}|учениц\p{L}{1,2}|воспитанник\p{L}{0,2}|воспитанниц\p{L}{1,2}|подопечн\p{L}{2,3}|ұлым\p{L}{0,5}|ұлы|ұлымыз\p{L}{0,4}|қызым\p{L}{0,5}|қызы|қызымыз\p{L}{0,4}|балам\p{L}{0,5}|баласы|бала|немере\p{L}{0,5}|кішкентай|бүлдіршін\p{L}{0,4}|оқушы|сәби\p{L}{0,4}|син|балакай)$/u;
/** Of an adult who speaks of children, before or after the name. */
const ADULT =
  /^(?:мам[аеуы]|мамой|мать|матери|пап[аеуы]|папой|отец|отца|врач\p{L}{0,3}|логопед\p{L}{0,3}|психолог\p{L}{0,3}|педагог\p{L}{0,3}|учител\p{L}{0,4}|директор\p{L}{0,3}|министр\p{L}{0,3}|депутат\p{L}{0,3}|президент\p{L}{0,3}|анасы|әкесі|мұғалім\p{L}{0,4}|дәрігер\p{L}{0,4}|специалист\p{L}{0,3}|эксперт\p{L}{0,3}|основател\p{L}{0,3}|руководител\p{L}{0,3})$/u;
/** Of places and institutions that bear a person's name. */
const PLACE_AFTER =
  /^(?:обл|област\p{L}{1,3}|район\p{L}{0,3}|облыс\p{L}{0,6}|аудан\p{L}{0,6}|қала\p{L}{0,5}|көше\p{L}{0,6}|ауыл\p{L}{0,5}|даңғыл\p{L}{0,5}|атындағы|мектеб\p{L}{0,6})$/u;
const PLACE_BEFORE =
  /^(?:имени|им|ул|улиц\p{L}|проспект\p{L}{0,2}|город\p{L}{0,2}|г|сел[оеау]|район\p{L}{0,2}|област\p{L}{1,3}|школ\p{L}|в|во|из)$/u;
const HYPHEN = 45;
const SURNAME =
  /^\p{Lu}\p{Ll}+(?:ов|ев|ин|ын|ова|ева|ина|ына|ский|ская|цкий|цкая|енко|улы|ұлы|кызы|қызы|ович|евич|овна|евна|бек|бай|баев|баева)(?:а|у|ым|ом|е|ой|ы|ую|ға|ге|ға|қа|ның|нің|дың|дің|ды|ді|мен)?$/u;
const OTHER_CAPITALS = new Set([..."ЁӘҒҚҢӨҰҮҺІ"].map((letter) => letter.charCodeAt(0)));
const INITIAL = /^\p{Lu}$/u;
const HINT =
  /лет|год|мес|жас|айлы|аутизм|аутист|дцп|рас|зпр|зрр|сдвг|сма|даун|эпил|инвал|мүгед|диагн|лей[кқ]|диабет|глух|тугоу|алал|церебр|саңырау|кемтар|олиг|шизо|цефал|онр|цсп/iu;
const SENTENCE_END = /[.!?…\n]/u;

/**
 * Names of children next to an age under eighteen or to a diagnosis: `Алихан, 6 лет`, `6 жасар Айша`,
 * `у Тимура аутизм`. With the given name goes the surname beside it. Rules, no model: the given name is one of a
 * list, or follows a word such as `сын`; the age or diagnosis stands within three words in the same sentence; an
 * adult's calling beside the name cancels it.
 */
export function findChildNames(text: string, tokens: Spans): Finding[] {
  const sentence = new Sentence(text, tokens);
  const found: Finding[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kinds[i] !== WORD || !startsWithCapital(text, tokens.starts[i]!)) continue;
    if (!isNameHere(sentence, i)) continue;
    if (found.length === 0 && !HINT.test(text)) return [];
    const last = sentence.nameEnd(i);
    const first = sentence.nameStart(i);
    if (sentence.isChild(first, last)) {
      found.push({ kind: "name", start: tokens.starts[first]!, end: tokens.ends[last]! });
    }
    i = last;
  }
  return found;
}

/** By word as written: whether it is a given name, and whether a child's name may follow it. */
const seen = new WordMemo((word, facts, at) => {
  facts[at] = startsWithCapital(word, 0) && isGivenName(word) ? 1 : 0;
  facts[at + 1] = isCalling(fold(word)) ? 1 : 0;
});

function isNameHere(sentence: Sentence, token: number): boolean {
  const { tokens } = sentence;
  const own = seen.at(tokens, tokens.starts[token]!, tokens.ends[token]!);
  if (own !== -1 && seen.slots[own] === 1) return true;
  const before = token - 1;
  if (before < 0 || tokens.kinds[before] !== WORD) return false;
  const calling = seen.at(tokens, tokens.starts[before]!, tokens.ends[before]!);
  return (
    calling !== -1 &&
    seen.slots[calling + 1] === 1 &&
    sentence.isLinked(before) &&
    !DIAGNOSIS.test(sentence.form(token))
  );
}

/** A child's word with the name right after it: `сын Ратмир`. */
function isCalling(form: string): boolean {
  return /^(?:сын\p{L}{0,3}|дочь|дочер[иь]ю?|дочк\p{L}{1,2}|мальчик\p{L}{0,2}|девочк\p{L}{1,2}|внук\p{L}{0,2}|внучк\p{L}{1,2}|ұлым|қызым|балам|немерем)$/u.test(
    form,
  );
}

class Sentence {
  constructor(
    readonly text: string,
    readonly tokens: Spans,
  ) {}

  /** The folded word or number, or nothing where there is no such token. */
  form(token: number): string {
    if (token < 0 || token >= this.tokens.count) return "";
    const kind = this.tokens.kinds[token];
    if (kind !== WORD && kind !== NUMBER) return "";
    return fold(this.raw(token));
  }

  raw(token: number): string {
    return this.text.slice(this.tokens.starts[token], this.tokens.ends[token]);
  }

  /** Whether a token and the next stand in one sentence, a few signs apart. */
  isLinked(token: number): boolean {
    if (token < 0 || token + 1 >= this.tokens.count) return false;
    const from = this.tokens.ends[token]!;
    const to = this.tokens.starts[token + 1]!;
    return to - from <= 4 && !SENTENCE_END.test(this.text.slice(from, to));
  }

  isBeside(token: number): boolean {
    return (
      this.isLinked(token) && this.text.slice(this.tokens.ends[token], this.tokens.starts[token + 1]) === " "
    );
  }

  nameEnd(token: number): number {
    let last = token;
    while (last - token < 2 && this.isBeside(last) && isSurname(this.raw(last + 1))) last++;
    const initial = this.tokens.starts[last + 1];
    const isInitial =
      initial === this.tokens.ends[last]! + 1 &&
      INITIAL.test(this.raw(last + 1)) &&
      this.text[initial + 1] === ".";
    return isInitial ? last + 1 : last;
  }

  nameStart(token: number): number {
    return this.isBeside(token - 1) && isSurname(this.raw(token - 1)) ? token - 1 : token;
  }

  isChild(first: number, last: number): boolean {
    if (this.isPlace(first, last)) return false;
    if (ADULT.test(this.form(first - 1)) && this.isLinked(first - 1)) return false;
    if (ADULT.test(this.form(last + 1)) && this.isLinked(last)) return false;
    return this.ageAfter(last) || this.ageBefore(first) || this.diagnosisNear(first, last);
  }

  /** `Нур-Султан`, `имени Абая`, `Абай облысы`, `в Султане`. */
  private isPlace(first: number, last: number): boolean {
    const { starts, ends } = this.tokens;
    if (this.text.charCodeAt(starts[first]! - 1) === HYPHEN && isLetter(this.text, starts[first]! - 2))
      return true;
    if (this.text.charCodeAt(ends[last]!) === HYPHEN && isLetter(this.text, ends[last]! + 1)) return true;
    if (this.isLinked(first - 1) && PLACE_BEFORE.test(this.form(first - 1))) return true;
    return this.isLinked(last) && PLACE_AFTER.test(this.form(last + 1));
  }

  /** `Алихан, 6 лет`, `Алихану всего 6 лет`, `Алихан 6 жаста`. */
  private ageAfter(last: number): boolean {
    for (let token = last; token - last < NEAREST && this.isLinked(token); token++) {
      const length = this.ageAt(token + 1);
      if (length > 0) return !NO_AGE.test(this.form(token + 1 + length)) && !SPAN.test(this.form(token));
      if (startsWithCapital(this.text, this.tokens.starts[token + 1]!)) return false;
    }
    return false;
  }

  /** `6-летний Алихан`, `пятилетняя Айша`, `6 жасар Айша`, `(7 лет) Тимур`. */
  private ageBefore(first: number): boolean {
    for (let token = first - 1; first - token <= 2 && this.isLinked(token); token--) {
      if (AGE_IN_ONE_WORD.test(this.form(token))) return true;
      const isSpan = /^(?:летн|годовал|месячн|жасар|жаста|айлық)/u.test(this.form(token));
      if (isSpan && this.isLinked(token - 1) && this.ageAt(token - 1) > 0) return true;
    }
    return false;
  }

  /** Tokens of an age under eighteen that begins here, or 0. */
  private ageAt(token: number): number {
    const form = this.form(token);
    if (AGE_IN_ONE_WORD.test(form)) return 1;
    const isYoung = /^\d{1,2}$/.test(form) ? Number(form) <= OLDEST_CHILD : NUMERAL.test(form);
    if (isYoung && this.isLinked(token) && YEARS.test(this.form(token + 1))) return 2;
    // "он бес жаста": fifteen
    return form === "он" && NUMERAL.test(this.form(token + 1)) && YEARS.test(this.form(token + 2)) ? 3 : 0;
  }

  /** A diagnosis within three words, and a child's word or `у`, `с` that ties them. */
  private diagnosisNear(first: number, last: number): boolean {
    let named = false;
    let tied =
      /^(?:у|диагноз\p{L}*)$/u.test(this.form(first - 1)) ||
      /(?:да|де|та|те|нда|нде|ның|нің|дың|дің|тың|тің)$/u.test(this.form(last));
    for (let token = first - 1; first - token <= NEAREST && this.isLinked(token); token--) {
      const form = this.form(token);
      named ||= DIAGNOSIS.test(form) && form !== "инвалид";
      tied ||= CHILD.test(form);
      if (form === "у" && token < first - 1) break;
    }
    for (let token = last + 1; token - last <= NEAREST && this.isLinked(token - 1); token++) {
      const form = this.form(token);
      named ||= DIAGNOSIS.test(form);
      tied ||= CHILD.test(form) || (form === "с" && token === last + 1);
    }
    return named && tied;
  }
}

function isLetter(text: string, at: number): boolean {
  return /\p{L}/u.test(text.charAt(at));
}

function isSurname(word: string): boolean {
  return SURNAME.test(word);
}

/** Capitals of Russian and Kazakh; names in Latin letters are not sought. */
function startsWithCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0x410 && unit <= 0x42f) return true;
  return unit > 0x400 && OTHER_CAPITALS.has(unit);
}
