/** What a post on one topic says in one language. */
export interface TopicPhrases {
  readonly headlines: readonly string[];
  readonly sentences: readonly string[];
}
export type TopicBank = Readonly<Record<string, TopicPhrases>>;
