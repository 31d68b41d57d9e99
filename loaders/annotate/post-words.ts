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

  /** Counts a type `count` times in a post of a language; returns its number. */
  add(type: number, language: string, count: number): number {
    let numbers = this.numbers.get(language);
    if (numbers === undefined || type >= numbers.length) {
      const longer = new Int32Array(Math.max(1 << 12, 2 * (type + 1)));
      if (numbers !== undefined) longer.set(numbers);
      numbers = longer;
      this.numbers.set(language, numbers);
    }
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
}
