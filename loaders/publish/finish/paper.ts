import { wordsOf } from "../words/words.ts";

/**
 * What paper needs and a screen has otherwise: at each cited number the place of its source in the page's list, what the
 * marks at numbers mean, and a list of the page's figures. The stylesheet shows them in print alone.
 */
export function addPaperParts(document: Document, language: string): void {
  for (const old of document.querySelectorAll(".paper")) old.remove();
  const main = document.querySelector("main");
  if (!main) return;
  const words = wordsOf(language);
  const places = new Map(
    [...main.querySelectorAll(".sources li[id]")].map((item, index) => [`#${item.id}`, index + 1]),
  );
  const cited = [...main.querySelectorAll("a.source")];
  for (const link of cited) {
    const place = places.get(decodeURIComponent(link.getAttribute("href") ?? ""));
    if (place !== undefined) link.setAttribute("data-source", String(place));
  }
  const add = (...parts: Element[]) => {
    const sources = main.querySelector(".sources");
    for (const part of parts) {
      if (sources) sources.before(part);
      else main.append(part);
    }
  };
  const claimed = main.querySelector("a.claim") !== null;
  if (claimed || cited.length > 0) {
    const marks = document.createElement("p");
    marks.className = "paper";
    marks.textContent = [claimed ? words.paper.computed : "", cited.length > 0 ? words.paper.cited : ""]
      .filter((text) => text !== "")
      .join(" ");
    add(marks);
  }
  const titles = [...main.querySelectorAll(".figure > .figure-title")];
  if (titles.length < 2) return;
  const heading = document.createElement("p");
  heading.className = "paper paper-heading";
  heading.textContent = words.whole.figures;
  const list = document.createElement("ol");
  list.className = "paper paper-figures";
  for (const title of titles) {
    const item = document.createElement("li");
    item.textContent = title.firstChild?.textContent?.trim() ?? "";
    list.append(item);
  }
  add(heading, list);
}
