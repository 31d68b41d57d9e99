import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { addPaperParts } from "../../../loaders/publish/finish/paper.ts";
import { sectionsOf } from "../../../loaders/publish/search/sections.ts";

const figure = (id: string) =>
  `<figure class="figure" id="fig-${id}"><div class="figure-title">Figure ${id}<a class="permalink" href="#fig-${id}">#</a></div></figure>`;
const page = `<main><h1>Page</h1><p><a class="claim" href="#method-a">75%</a> and <a class="source" href="#source-b">12</a>,
<a class="source" href="#source-a">13</a></p>${figure("a")}${figure("b")}
<section class="sources"><h2 id="sources">Sources</h2><ol><li id="source-a">A</li><li id="source-b">B</li></ol></section></main>`;

function paper(html: string, times = 1): Document {
  const { document } = new JSDOM(html).window;
  for (let time = 0; time < times; time++) addPaperParts(document, "en");
  return document;
}

test("a quoted number gets its source's place in the list, and the marks are explained before it", () => {
  const document = paper(page);
  expect([...document.querySelectorAll("a.source")].map((link) => link.getAttribute("data-source"))).toEqual([
    "2",
    "1",
  ]);
  const marks = document.querySelector("p.paper")!;
  expect(marks.textContent).toContain("†");
  expect(marks.textContent).toContain("brackets");
  expect(document.querySelector(".sources")!.previousElementSibling!.className).toContain("paper");
});

test("a page of several figures lists them by title, without the sign of the link to each", () => {
  const listed = (html: string) =>
    [...paper(html).querySelectorAll(".paper-figures li")].map((item) => item.textContent);
  expect(listed(page)).toEqual(["Figure a", "Figure b"]);
  expect(listed(`<main>${figure("a")}</main>`)).toEqual([]);
});

test("a page without such numbers explains none, and a second finishing adds nothing", () => {
  expect(paper("<main><p>Text</p></main>").querySelector(".paper")).toBeNull();
  expect(paper(page, 2).body.innerHTML).toBe(paper(page).body.innerHTML);
});

test("the search reads nothing of it", () => {
  expect(JSON.stringify(sectionsOf("page", paper(page)))).not.toContain("brackets");
});
