import { grown } from "../language/grown.ts";

/** Numbers kept of each type in a language: the word's number + 1 (0 where it has none), and its occurrences. */
const COUNT = 1;
const NUMBERS = 2;

/** The words of posts in one language. */
interface Known {
  readonly language: string;
  /** By type, {@link NUMBERS} each, side by side as memory is read. */
  ofTypes: Int32Array<ArrayBuffer>;
}

/**
 * Every word read in a language, numbered from 0 in order of appearance: a type of the vocabulary counts once for
 * each language that the posts which hold it are in, since its lemma depends on that.
 */
export class PostWords {
  /** By number: the type, and the language of the posts. */
  readonly types: number[] = [];
  readonly languages: string[] = [];
  private readonly known: Known[] = [];
  /** That of the word before. */
  private current: Known | undefined;

  /** Counts a type `count` times in a post of a language; returns its number. */
  add(type: number, language: string, count: number): number {
    let { current } = this;
    if (current === undefined || current.language !== language) current = this.turnTo(language);
    const at = NUMBERS * type;
    if (at >= current.ofTypes.length) current.ofTypes = grown(current.ofTypes, 2 * (at + NUMBERS));
    const { ofTypes } = current;
    let number = ofTypes[at]! - 1;
    if (number === -1) {
      number = this.types.length;
      ofTypes[at] = number + 1;
      this.types.push(type);
      this.languages.push(language);
    }
    ofTypes[at + COUNT]! += count;
    return number;
  }

  /** How often a word stands in the posts of its language. */
  countOf(number: number): number {
    const language = this.languages[number]!;
    return countIn(this.known.find((known) => known.language === language)!, this.types[number]!);
  }

  /** How often a type stands in all posts. */
  countOfType(type: number): number {
    return this.known.reduce((sum, known) => sum + countIn(known, type), 0);
  }

  private turnTo(language: string): Known {
    let known = this.known.find((other) => other.language === language);
    if (known === undefined) {
      known = { language, ofTypes: new Int32Array(NUMBERS << 12) };
      this.known.push(known);
    }
    this.current = known;
    return known;
  }
}

function countIn({ ofTypes }: Known, type: number): number {
  return ofTypes[NUMBERS * type + COUNT] ?? 0;
}
