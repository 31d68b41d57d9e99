/**
 * Puts, on wide screens, what a paragraph's numbers rest on beside it: the sources that it cites, as the list at the page's
 * end has them, and the titles of the queries that its numbers come from. What stood in a section already is not said
 * again in it. The list and the Methods stay: the notes are copies, for the eye alone.
 */
export function addSideNotes(document: Document): void {
  let said = new Set<string>();
  const numbers = new Map(
    [...document.querySelectorAll(".sources li[id]")].map((item, index) => [item.id, index + 1]),
  );
  for (const part of document.querySelectorAll("main > :is(h2, p, ul, ol)")) {
    if (part.matches("h2")) said = new Set();
    for (const block of part.matches("ul, ol") ? part.children : [part]) {
      const notes = [...block.querySelectorAll<HTMLAnchorElement>("a.source, a.claim")].flatMap((link) => {
        const target = decodeURIComponent(link.hash.slice(1));
        if (said.has(target)) return [];
        said.add(target);
        return noteOf(document, link, target, numbers.get(target)) ?? [];
      });
      if (notes.length === 0) continue;
      const box = document.createElement("span");
      // Said already at the page's end and in the Method: not a second time to those who listen.
      box.className = "side-notes screen-only";
      box.setAttribute("aria-hidden", "true");
      box.append(...notes);
      block.prepend(box);
    }
  }
}

function noteOf(
  document: Document,
  link: Element,
  target: string,
  number: number | undefined,
): Element | undefined {
  const place = document.getElementById(target);
  const text = link.matches(".claim")
    ? place?.closest(".figure, .number-method")?.querySelector(".figure-title")?.firstChild?.textContent
    : place?.textContent?.replace(/\s*https?:\S+$/, "");
  if (!text) return undefined;
  const note = document.createElement("span");
  note.className = link.matches(".claim") ? "side-note side-note-claim" : "side-note";
  note.textContent = number === undefined ? short(text) : `${number}. ${short(text)}`;
  return note;
}

/** Whole words, as much as a margin holds beside a paragraph. */
function short(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length <= 120 ? plain : `${plain.slice(0, 120).replace(/\s+\S*$/, "")}…`;
}
