import { fold } from "../language/fold.ts";
import { tokenise } from "../language/tokenise.ts";

/** Words with a letter that a run must hold: numbers in a row are nobody's text. */
const lettered = 3;

/** Every `run` words in a row of a text, folded and joined by a space. */
export function* runsOf(text: string, run: number): Generator<string> {
  const words = tokenise(text).filter((token) => token.kind === "word" || token.kind === "number");
  const folded = words.map((token) => fold(token.text));
  let letters = 0;
  for (const [at, { kind }] of words.entries()) {
    if (kind === "word") letters += 1;
    if (at >= run && words[at - run]!.kind === "word") letters -= 1;
    if (at + 1 >= run && letters >= Math.min(lettered, run)) {
      yield folded.slice(at + 1 - run, at + 1).join(" ");
    }
  }
}
