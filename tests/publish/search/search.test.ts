import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { searchFile } from "../../../loaders/publish/search/index-file.ts";
import { type Section, sectionsOf } from "../../../loaders/publish/search/sections.ts";
import { searchIndex } from "../../../src/components/page/search-index.ts";

function section(path: string, text: string, heading = ""): Section {
  return { path, anchor: heading === "" ? "" : "a", page: path, heading, text };
}

function addresses(sections: readonly Section[], language: string, query: string): string[] {
  const file = JSON.parse(JSON.stringify(searchFile(sections, language)));
  return searchIndex(file)
    .find(query)
    .map(({ address }) => address);
}

const russian = [
  section("regions", "Между районами есть различия: в одних школах есть пандусы, в других их нет."),
  section("topics", "Чаще всего обсуждают детей с аутизмом и их родителей."),
  section("method", "Ещё раз: доля считается по историям."),
];
const kazakh = [
  section("schools", "Мектептердегі жағдай әр өңірде әртүрлі."),
  section("parents", "Ата-аналар балаларының құқықтары туралы жазады."),
];
const english = [
  section("regions", "Districts differ, and cities lead."),
  section("cities", "A city is a place.", "City"),
];

describe("a word finds its other forms", () => {
  test.each([
    ["районы", "regions.html"],
    ["район", "regions.html"],
    ["школа", "regions.html"],
    ["аутизм", "topics.html"],
    ["родители", "topics.html"],
    ["история", "method.html"],
    ["ЕЩЕ", "method.html"],
  ])("ru: %s", (query, found) => expect(addresses(russian, "ru", query)).toEqual([found]));

  test.each([
    ["мектеп", "schools.html"],
    ["мектептер", "schools.html"],
    ["мектебінде", "schools.html"],
    ["өңірлер", "schools.html"],
    ["өңірлеріміз", "schools.html"],
    ["бала", "parents.html"],
    ["құқық", "parents.html"],
  ])("kk: %s", (query, found) => expect(addresses(kazakh, "kk", query)).toEqual([found]));

  test("en: district", () => expect(addresses(english, "en", "district")).toEqual(["regions.html"]));
});

describe("searchIndex", () => {
  test("wants all words, and puts a heading before a mention", () => {
    expect(addresses(russian, "ru", "различия районов")).toEqual(["regions.html"]);
    expect(addresses(russian, "ru", "аутизм район")).toEqual([]);
    expect(addresses([...english, section("c", "city city words words")], "en", "city")[0]).toBe(
      "cities.html#a",
    );
  });

  test("finds nothing for nothing, signs, or a word of no kin", () => {
    for (const query of ["", "  ", "—?!", "зюзюка"]) expect(addresses(russian, "ru", query)).toEqual([]);
  });

  test("shows the text around the word as text", () => {
    const text = `${"слово ".repeat(40)}<b>район</b> ${"конец ".repeat(40)}`;
    const [found] = searchIndex(searchFile([section("p", text)], "ru")).find("районы");
    expect(found!.match).toBe("район");
    expect(found!.before).toMatch(/^….*<b>$/);
    expect(found!.before.length + found!.after.length).toBeLessThan(200);
  });

  test("is the same file each time", () => {
    expect(JSON.stringify(searchFile(russian, "ru"))).toBe(JSON.stringify(searchFile(russian, "ru")));
  });
});

test("a page is cut at its second-level headings; charts and queries are not read", () => {
  const html = `<main><h1>Page</h1><p>One</p><h2 id="two"><span class="place" id="s1"></span>Two</h2>
    <figure><div class="chart">no</div><figcaption>Caption</figcaption><table><tr><td>A</td><td>B</td></tr></table>
    <pre>select</pre></figure><section><h2 id="numbers">Numbers</h2><p>N</p></section></main>`;
  expect(sectionsOf("a/b", new JSDOM(html).window.document)).toEqual([
    { path: "a/b", anchor: "", page: "Page", heading: "", text: "One" },
    { path: "a/b", anchor: "two", page: "Page", heading: "Two", text: "Caption · A · B" },
    { path: "a/b", anchor: "numbers", page: "Page", heading: "Numbers", text: "Numbers N" },
  ]);
});
