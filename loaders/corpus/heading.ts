import { type Document, isTag } from "domhandler";
import { isWithin } from "./place.ts";
import { elementsAt } from "./select.ts";
import type { TextBlock } from "./text-blocks.ts";

/** More of a block in links is a link to an article, not its headline. */
const MAX_LINKED = 0.5;

/** The block of the headline: the first `<h1>`'s, or the first with its words that is no link. */
export function headingOf(
  page: Document,
  blocks: readonly TextBlock[],
  title: string,
): TextBlock | undefined {
  const wanted = lettersOf(title);
  const isTitle = (block: TextBlock): boolean => {
    const { length } = block.text;
    if (length > title.length + 200 || length * 3 < title.length) return false;
    const words = lettersOf(block.text);
    if (words.length < 8) return false;
    // A long headline is cut in some places; a date may stand in its block.
    const isPart = (wanted.startsWith(words) || wanted.endsWith(words)) && words.length * 2 >= wanted.length;
    return isPart || (words.startsWith(wanted) && words.length <= wanted.length + 60);
  };
  const inHeading = blocks.filter(({ element }) => isTag(element) && /^h[12]$/u.test(element.name));
  const matching =
    inHeading.find(isTitle) ?? blocks.find((block) => block.linked < MAX_LINKED && isTitle(block));
  if (matching !== undefined) return matching;
  const first = elementsAt(page, "h1");
  return first.length === 1 ? blocks.find(({ element }) => isWithin(element, first[0]!)) : undefined;
}

/** The letters and digits of a text, lower case, for telling whether two lines say the same. */
export function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
