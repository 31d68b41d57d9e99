import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { addLanguages, type PageLanguages } from "../../../loaders/publish/finish/languages.ts";

const translations = {
  en: "findings/gender/index",
  ru: "ru/findings/gender/index",
  kk: "kk/findings/gender/index",
};

function page(
  language: keyof typeof translations,
  settings: Partial<PageLanguages> = {},
): { document: Document } {
  const up = language === "en" ? "../../" : "../../../";
  const { document } = new JSDOM(`<!doctype html><html><head></head><body>
    <nav id="observablehq-sidebar"><ol><li><a href="${up}index.html">Report</a></li></ol>
    <section><ol><li><a href="${up}findings/gender/index.html">Boys and girls</a></li></ol></section>
    <section><ol><li><a href="${up}ru/findings/gender/index.html">Мальчики и девочки</a></li></ol></section>
    <ol><li><a href="${up}reproduce.html">Reproduce</a></li></ol></nav>
    <div id="observablehq-center"><main><h1>T</h1><h2 id="a">A</h2><h2 id="b">B</h2></main></div></body></html>`)
    .window;
  addLanguages(document, {
    path: translations[language],
    language,
    languages: ["en", "ru", "kk"],
    title: "Отчёт",
    translations,
    ...settings,
  });
  return { document };
}

const links = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map((link) => link.getAttribute("href"));

describe("addLanguages", () => {
  test("links the same page in the other languages, relative to this one", () => {
    const { document } = page("ru");
    expect(links(document, ".languages a")).toEqual([
      "../../../findings/gender/index.html",
      "./index.html",
      "../../../kk/findings/gender/index.html",
    ]);
    expect(document.querySelector("[aria-current]")!.textContent).toBe("Русский");
    expect([...document.querySelectorAll(".languages a")].map((link) => link.getAttribute("lang"))).toEqual([
      "en",
      "ru",
      "kk",
    ]);
  });

  test("says hreflang for each language and the default, absolute where the address is known", () => {
    const { document } = page("en", { url: "https://report.example/tyndau" });
    expect(links(document, "link[hreflang='kk']")).toEqual([
      "https://report.example/tyndau/kk/findings/gender/index.html",
    ]);
    expect(links(document, "link[hreflang='x-default']")).toEqual([
      "https://report.example/tyndau/findings/gender/index.html",
    ]);
  });

  test("without an address says it at the switch alone: engines refuse relative alternates", () => {
    const { document } = page("en");
    expect(document.querySelector("link[hreflang]")).toBeNull();
    expect(document.querySelectorAll(".languages a[hreflang]").length).toBe(3);
  });

  test("leaves a page the list of its own language", () => {
    expect(links(page("en").document, "#observablehq-sidebar a")).toEqual([
      "../../index.html",
      "../../findings/gender/index.html",
      "../../reproduce.html",
    ]);
    const { document } = page("ru");
    expect(links(document, "#observablehq-sidebar a")).toEqual(
      ["../../index.html", "./index.html"].map((href, index) =>
        index === 0 ? href : "../../../ru/findings/gender/index.html",
      ),
    );
    expect(document.querySelector("#observablehq-sidebar a")!.textContent).toBe("Отчёт");
  });

  test("gives the sections anchors that translations share, once", () => {
    const { document } = page("kk");
    addLanguages(document, {
      path: translations.kk,
      language: "kk",
      languages: ["en", "ru", "kk"],
      title: "Есеп",
      translations,
    });
    expect([...document.querySelectorAll(".place")].map((place) => place.id)).toEqual(["s1", "s2"]);
    expect(document.querySelectorAll(".languages")).toHaveLength(1);
  });

  test("a page in one language has no switch", () => {
    const { document } = page("en", { translations: { en: translations.en } });
    expect(document.querySelector(".languages")).toBeNull();
    expect(document.querySelector("link[hreflang]")).toBeNull();
  });
});
