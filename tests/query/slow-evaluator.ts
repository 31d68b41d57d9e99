import { fold } from "../../loaders/language/fold.ts";
import { tokenise } from "../../loaders/language/tokenise.ts";
import { cyrillicForms } from "../../loaders/language/transliterate.ts";

/**
 * docs/methods/queries.md, rule by rule, with no thought for speed: no trie, no compiled numbers, every pair of places
 * tried. It shares with what it tests only what a word is (`tokenise`, `fold`) and how one is read in Cyrillic
 * (`cyrillicForms`).
 */
export type Asked =
  | { kind: "words"; words: string[]; cased: boolean }
  | { kind: "tag"; tag: string }
  | { kind: "or" | "and"; parts: Asked[] }
  | { kind: "without"; kept: Asked; left: Asked }
  | { kind: "not"; part: Asked }
  | { kind: "near"; ordered: boolean; distance: number; a: Asked; b: Asked }
  | { kind: "count"; least: number; most?: number; part: Asked }
  | { kind: "section"; section: "title" | "ingress" | "content"; part: Asked }
  | { kind: "value"; field: "site" | "language"; value: string };

export interface SlowPost {
  title: string | null;
  text: string;
  script?: string;
  values: Record<string, string | undefined>;
}

interface Word {
  written: string;
  /** The folded form, and its readings in Cyrillic. */
  forms: string[];
  end: number;
  /** The whole hashtag that it begins, and how many words that has. */
  tag?: { forms: string[]; words: number };
}
type Place = [first: number, last: number];

export class SlowReader {
  private readonly title: Word[];
  private readonly text: Word[];
  private readonly memo = new Map<string, number[]>();

  constructor(private readonly post: SlowPost) {
    this.title = wordsOf(post.title ?? "", post);
    this.text = wordsOf(post.text, post);
  }

  matches(asked: Asked, section = "all"): boolean {
    switch (asked.kind) {
      case "or":
        return asked.parts.some((part) => this.matches(part, section));
      case "and":
        return asked.parts.every((part) => this.matches(part, section));
      case "without":
        return this.matches(asked.kept, section) && !this.matches(asked.left, section);
      case "not":
        return !this.matches(asked.part, section);
      case "section":
        return this.matches(asked.part, asked.section);
      case "value":
        return globOf(fold(asked.value)).test(fold(this.post.values[asked.field] ?? "\n"));
      case "count": {
        const places = this.textsOf(section).map((words) => this.places(asked.part, words));
        const begins = places.map((some) => new Set(some.map(([first]) => first)).size);
        const count = begins.reduce((a, b) => a + b, 0);
        return count >= asked.least && count <= (asked.most ?? count);
      }
      default:
        return this.textsOf(section).some((words) => this.places(asked, words).length > 0);
    }
  }

  private textsOf(section: string): Word[][] {
    const blank = this.post.text.indexOf("\n\n");
    if (section === "title") return [this.title];
    if (section === "content") return [this.text];
    if (section === "ingress")
      return [blank === -1 ? this.text : this.text.filter(({ end }) => end <= blank)];
    return [this.title, this.text];
  }

  private places(asked: Asked, words: Word[]): Place[] {
    if (asked.kind === "words") {
      const tests = asked.words.map((word) => this.at(word, words, asked.cased));
      return tests[0]!.flatMap((first): Place[] =>
        tests.every((at, i) => at.includes(first + i)) ? [[first, first + tests.length - 1]] : [],
      );
    }
    if (asked.kind === "tag") {
      return words.flatMap(({ tag }, first): Place[] =>
        tag?.forms.some((form) => globOf(fold(asked.tag)).test(form)) ? [[first, first + tag.words - 1]] : [],
      );
    }
    if (asked.kind === "or") return asked.parts.flatMap((part) => this.places(part, words));
    if (asked.kind !== "near") throw new Error(`no places of ${asked.kind}`);
    const stretches: Place[] = [];
    for (const a of this.places(asked.a, words)) {
      for (const b of this.places(asked.b, words)) {
        const aFirst = b[0] > a[1] && b[0] - a[1] - 1 <= asked.distance;
        const bFirst = a[0] > b[1] && a[0] - b[1] - 1 <= asked.distance;
        if (aFirst) stretches.push([a[0], b[1]]);
        else if (bFirst && !asked.ordered) stretches.push([b[0], a[1]]);
      }
    }
    return stretches.filter(
      (one) => !stretches.some((other) => holds(one, other) && !(one[0] === other[0] && one[1] === other[1])),
    );
  }

  /** Where one word stands. */
  private at(word: string, words: Word[], cased: boolean): number[] {
    const key = `${word} ${cased} ${words === this.title} ${words.length}`;
    const known = this.memo.get(key);
    if (known !== undefined) return known;
    const folded = globOf(fold(word));
    const exact = globOf(word.replaceAll("ё", "е"));
    const found = words.flatMap(({ forms, written }, i) =>
      forms.some((form) => folded.test(form)) &&
      (!cased || exact.test(written.normalize("NFC").replaceAll("ё", "е")))
        ? [i]
        : [],
    );
    this.memo.set(key, found);
    return found;
  }
}

function holds(outer: Place, inner: Place): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

const globs = new Map<string, RegExp>();

function globOf(form: string): RegExp {
  let glob = globs.get(form);
  if (glob === undefined) {
    const source = form.replaceAll(".", "\\.").replaceAll("*", "[^]*").replaceAll("?", "[^]");
    glob = new RegExp(`^${source}$`, "u");
    globs.set(form, glob);
  }
  return glob;
}

function wordsOf(text: string, post: SlowPost): Word[] {
  return tokenise(text).flatMap(({ kind, text: token, end }): Word[] => {
    if (kind === "word" || kind === "number") return [{ written: token, forms: formsOf(token, post), end }];
    if (kind !== "hashtag") return [];
    const parts = token.slice(1).split("_").filter(Boolean);
    return parts.map((written, i) => ({
      written,
      forms: formsOf(written, post),
      end,
      tag: i === 0 ? { forms: formsOf(token.slice(1), post), words: parts.length } : undefined,
    }));
  });
}

/** "A Kazakh word in Latin letters", in docs/methods/queries.md. */
function formsOf(word: string, { values: { language }, script }: SlowPost): string[] {
  if (language === "other") return [fold(word)];
  const isLatinKazakh = ["kk", "mixed"].includes(language ?? "") && script === "latin";
  return [fold(word), ...cyrillicForms(fold(word), isLatinKazakh)];
}

const TIGHTNESS = {
  or: 1,
  and: 2,
  without: 3,
  not: 3,
  near: 4,
  count: 5,
  section: 6,
  value: 6,
  words: 6,
  tag: 6,
};

/** The query as a person would write it, with no parenthesis that precedence makes needless. */
export function written(asked: Asked): string {
  const inside = (part: Asked, tighter: number) =>
    TIGHTNESS[part.kind] >= tighter ? written(part) : `(${written(part)})`;
  switch (asked.kind) {
    case "words": {
      const words = asked.words.length === 1 ? asked.words[0]! : `"${asked.words.join(" ")}"`;
      return asked.cased ? `caseSensitive:(${words})` : words;
    }
    case "tag":
      return `#${asked.tag}`;
    case "or":
      return asked.parts.map((part) => inside(part, 2)).join(" OR ");
    case "and":
      return asked.parts.map((part) => inside(part, 3)).join(" AND ");
    case "without":
      return `${inside(asked.kept, 3)} NOT ${inside(asked.left, 4)}`;
    case "not":
      return `NOT ${inside(asked.part, 4)}`;
    case "near": {
      const operator = `${asked.ordered ? "ONEAR" : "NEAR"}${asked.distance === 4 ? "" : `/${asked.distance}`}`;
      return `${inside(asked.a, 4)} ${operator} ${inside(asked.b, 5)}`;
    }
    case "count":
      return `${inside(asked.part, 6)} {${asked.least}${asked.most === undefined ? "" : `,${asked.most}`}}`;
    case "section":
      return `${asked.section}:(${written(asked.part)})`;
    case "value":
      return `${asked.field}:${asked.value}`;
  }
}
