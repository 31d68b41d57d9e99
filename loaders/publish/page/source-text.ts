/** A page's Markdown with everything that is not prose blanked out, character for character. */
export interface PageSource {
  /** Path relative to the workspace root. */
  readonly file: string;
  readonly text: string;
  /** `text` with front matter, code, comments and tags replaced by spaces; same length, same lines. */
  readonly prose: string;
  readonly frontMatter: string;
  lineOf(offset: number): number;
}

const frontMatterPattern = /^---\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/;

/** Reads a page's text into its prose. Lines count from 1. */
export function readPageSource(file: string, text: string): PageSource {
  const frontMatter = frontMatterPattern.exec(text)?.[0] ?? "";
  const starts = [0];
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 10) starts.push(i + 1);
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
  return { file, text, prose: blankMarkup(blank(text, 0, frontMatter.length)), frontMatter, lineOf };
}

/** Replaces a span by spaces, keeping line breaks. */
export function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, " ") + text.slice(end);
}

function blankMarkup(text: string): string {
  return blankTags(blankInlineCode(blankFences(text)));
}

function blankFences(text: string): string {
  let fence: string | undefined;
  return text
    .split("\n")
    .map((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
      if (fence === undefined) {
        if (mark === undefined) return line;
        fence = mark;
      } else if (mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length) {
        fence = undefined;
      }
      return " ".repeat(line.length);
    })
    .join("\n");
}

function blankInlineCode(text: string): string {
  return text.replace(/(`+)[^`\n]+(?:\n[^`\n]+)*\1/g, spaces);
}

function blankTags(text: string): string {
  return text.replace(/<!--[\s\S]*?-->|<\/?[A-Za-z][^<>]*>/g, spaces);
}

function spaces(span: string): string {
  return span.replace(/[^\n]/g, " ");
}
