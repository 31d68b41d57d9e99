/** The parts of a page's figures that are about one thing: marks, names beside them, cells of tables. */
export interface LinkedMarks {
  /** The things that an element is about, `topic=bullying`, the nearest first; none where it is about nothing. */
  of(element: Element): readonly string[];
  /** What the page calls a thing: the words of the first table's cell about it. */
  name(thing: string): string | undefined;
  /** Marks the parts about a thing in every figure that has some, and unmarks all others. Returns how many have. */
  show(thing: string | undefined): number;
}

/** Reads the figures of a page once. A figure without a mark about the thing chosen stays as it is. */
export function linkedMarks(document: Document): LinkedMarks {
  const figures = [...document.querySelectorAll(".figure, .number-method")].map((figure) => ({
    figure,
    parts: [...figure.querySelectorAll("[data-of]")].map((part) => ({ part, things: thingsOf(part) })),
  }));
  return {
    of: (element) => {
      const part = element.closest("[data-of]");
      return part === null ? [] : thingsOf(part);
    },
    name: (thing) => {
      for (const { parts } of figures) {
        const cell = parts.find(({ part, things }) => part.matches("th, td") && things.includes(thing));
        if (cell !== undefined) return cell.part.textContent ?? undefined;
      }
      return undefined;
    },
    show: (thing) => {
      let shown = 0;
      for (const { figure, parts } of figures) {
        let found = false;
        for (const { part, things } of parts) {
          const isAbout = thing !== undefined && things.includes(thing);
          part.classList.toggle("linked-part", isAbout);
          found ||= isAbout;
        }
        figure.classList.toggle("linked", found);
        if (found) shown += 1;
      }
      return shown;
    },
  };
}

function thingsOf(part: Element): readonly string[] {
  return (part.getAttribute("data-of") ?? "").split(" ").filter((thing) => thing !== "");
}

/**
 * What is chosen after a mark about `things` was picked: the first of them, on the same mark again the next, after the
 * last nothing.
 */
export function nextChoice(things: readonly string[], chosen: string | undefined): string | undefined {
  const at = chosen === undefined ? -1 : things.indexOf(chosen);
  return things[at + 1];
}
