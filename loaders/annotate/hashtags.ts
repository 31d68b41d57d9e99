import { fold } from "../language/fold.ts";
import { HASHTAG, type Spans } from "../language/spans.ts";

/** Adds the hashtags of a text to `found`: folded, without the sign, in order of appearance. */
export function collectHashtags(text: string, tokens: Spans, found: Set<string>): void {
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kinds[i] === HASHTAG) found.add(fold(text.slice(tokens.starts[i]! + 1, tokens.ends[i]!)));
  }
}
