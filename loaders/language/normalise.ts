/** Soft hyphen, zero-width (ZWJ apart), bidi and other control characters that a reader never sees. */
export const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;
const LINE_ENDS = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/gu;
const SPACES = /[\t\p{Zs}]+/gu;
const STRAY_JOINERS =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;
const JOINER = "\u200d";

/**
 * Tidies a text without changing a visible character: NFC; soft hyphens, zero-width, bidi and control
 * characters removed (a zero-width joiner stays between emoji); line ends as LF; runs of white space as one
 * space; lines trimmed; at most one blank line; nothing before the first or after the last character.
 * A lone surrogate becomes U+FFFD. Normalising twice equals normalising once; time is linear.
 */
export function normalise(text: string): string {
  const visible = withoutStrayJoiners(
    text.replace(LONE_SURROGATES, "\ufffd").replace(INVISIBLE, "").normalize("NFC"),
  );
  return tidyLines(visible.replace(LINE_ENDS, "\n").replace(SPACES, " "));
}

/** Removing a joiner may let a mark combine with what stood before it, and so change what is an emoji. */
function withoutStrayJoiners(text: string): string {
  let before = text;
  while (before.includes(JOINER)) {
    const after = before.replace(STRAY_JOINERS, "").normalize("NFC");
    if (after === before) break;
    before = after;
  }
  return before;
}

function tidyLines(text: string): string {
  if (!text.includes("\n")) return text.trim();
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    const trimmed = line.trim();
    if (trimmed !== "" || (lines.length > 0 && lines.at(-1) !== "")) lines.push(trimmed);
  }
  if (lines.at(-1) === "") lines.pop();
  return lines.join("\n");
}
