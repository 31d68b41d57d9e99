/** What is used of az 0.2.3, which ships no types. */
declare module "az" {
  /** Grammemes of OpenCorpora by name: true, or the name of the child that holds (`tag.CAse === "nomn"`). */
  export type Tag = Readonly<Record<string, string | boolean | undefined>>;

  /** One reading of a word. */
  export interface Parse {
    readonly tag: Tag;
    /** 0 to 1: readings from the dictionary sum to 1, predicted ones too. */
    readonly score: number;
    /** The parser that gave the reading: `Dictionary`, `SuffixKnown`, … */
    readonly parser: string;
    normalize(keepPartOfSpeech?: boolean): Parse | false;
    inflect(wanted: Readonly<Record<string, string | boolean | undefined>>): Parse | false;
    toString(): string;
  }

  interface Az {
    load(file: string, kind: "json" | "arraybuffer", done: (error: unknown, data: unknown) => void): void;
    Morph: {
      (word: string, options: { ignoreCase: boolean; stutter: number; parsers: string[] }): Parse[];
      init(folder: string, done: (error: unknown) => void): void;
    };
  }

  const az: Az;
  export default az;
}
