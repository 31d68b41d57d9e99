/** A figure that a source states. */
export interface Fact {
  readonly value: number;
  readonly unit: string;
  /** The figure in words, where the number alone would mislead. */
  readonly text?: string;
  /** Where in the source. */
  readonly locator?: string;
}

/** What a source says without a figure, in the study's own words, and where. */
export interface Statement {
  readonly text: string;
  readonly locator: string;
}

/** A bibliography entry with the fields of CSL-JSON, and the figures that the study quotes from it. */
export interface Source {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly SourceName[];
  readonly issued?: string;
  readonly publisher?: string;
  readonly "container-title"?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly license?: string;
  readonly note?: string;
  readonly facts?: Readonly<Record<string, Fact>>;
  readonly statements?: Readonly<Record<string, Statement>>;
}

export interface SourceName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}
