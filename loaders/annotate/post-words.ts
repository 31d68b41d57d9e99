/**
 * Every word read in a language, numbered from 0 in order of appearance: a type of the vocabulary counts once for
 * each language that the posts which hold it are in, since its lemma depends on that.
 */
export class PostWords {
  /** By number: the type, the language of the posts, and how often it stands in them. */
  readonly types: number[] = [];
  readonly languages: string[] = [];
  readonly counts: number[] = [];
  /** By language: a type's number + 1, 0 where it has none. */
  private readonly numbers = new Map<string, Int32Array<ArrayBuffer>>();
  /** The language of the word before, and its numbers. */
  private language: string | undefined;
  private current = new Int32Array(0);

  /** Counts a type `count` times in a post of a language; returns its number. */
  add(type: number, language: string, count: number): number {
    if (language !== this.language || type >= this.current.length) this.turnTo(language, type);
    const numbers = this.current;
    let number = numbers[type]! - 1;
    if (number === -1) {
      number = this.types.length;
      numbers[type] = number + 1;
      this.types.push(type);
      this.languages.push(language);
      this.counts.push(0);
    }
    this.counts[number]! += count;
    return number;
  }

  private turnTo(language: string, type: number): void {
    const known = this.numbers.get(language);
    this.language = language;
    if (known !== undefined && type < known.length) {
      this.current = known;
      return;
    }
    this.current = new Int32Array(Math.max(1 << 12, 2 * (type + 1)));
    if (known !== undefined) this.current.set(known);
    this.numbers.set(language, this.current);
  }
}
