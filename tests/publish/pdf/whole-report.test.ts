import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { readingOrder, wholeReport } from "../../../loaders/publish/pdf/whole-report.ts";

const front = `<html><body><nav id="observablehq-sidebar"><ol><li><a href="./index.html">Report</a></li></ol>
  <section><ol><li><a href="./findings/a.html">A</a></li></ol></section></nav>
  <header><aside class="synthetic">Made up.</aside></header>
  <main><h1 id="top">Front</h1><p><a href="./findings/a.html#fig-x">see</a> <a href="#top">up</a>
  <a href="./findings/missing.html">lost</a> <a href="https://example.org/">out</a></p></main></body></html>`;

const finding = `<html><body><main><span class="place" id="s1"></span><h1>A</h1>
  <figure class="figure" id="fig-x"><div class="figure-title">Title</div><div class="chart" role="img"
  aria-label="One half."><svg><clipPath id="clip"></clipPath><g clip-path="url(#clip)"></g></svg></div>
  <details class="figure-table"><summary>Table</summary></details>
  <details class="method" id="method-x"><summary>Method</summary>How.</details></figure>
  <p><a href="../index.html">home</a></p><script>1</script></main></body></html>`;

function whole() {
  const html = wholeReport({
    pages: [
      { path: "index", html: front },
      { path: "findings/a", html: finding },
    ],
    language: "kk",
    title: "<Есеп>",
    imprint: ["Team"],
    stylesheet: "_file/report.css",
  });
  return new JSDOM(html).window.document;
}

describe("wholeReport", () => {
  test("is one document with its language, title, notice, contents and figures", () => {
    const document = whole();
    expect(document.documentElement.lang).toBe("kk");
    expect(document.querySelector(".cover h1")!.textContent).toBe("<Есеп>");
    expect(document.querySelector(".cover .synthetic")!.textContent).toBe("Made up.");
    const lists = [...document.querySelectorAll(".whole-list")].map((list) =>
      [...list.querySelectorAll("a")].map((link) => [link.textContent, link.getAttribute("href")]),
    );
    expect(lists).toEqual([
      [
        ["Front", "#c1"],
        ["A", "#c2"],
      ],
      [["1-сурет. Title", "#c2-fig-x"]],
    ]);
  });

  test("keeps links inside, and ids apart", () => {
    const document = whole();
    const links = [...document.querySelectorAll(".chapter a")].map((link) => link.getAttribute("href"));
    expect(links).toEqual(["#c2-fig-x", "#c1-top", null, "https://example.org/", "#c1"]);
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(document.querySelector("g")!.getAttribute("clip-path")).toBe("url(#c2-clip)");
  });

  test("opens Methods and leaves out what serves a screen", () => {
    const document = whole();
    expect(document.querySelector(".method")!.hasAttribute("open")).toBe(true);
    expect(document.querySelector(".figure-table, script, .place")).toBeNull();
    expect(document.querySelector("[role=img]")!.getAttribute("aria-label")).toBe("One half.");
  });
});

test("pages are read in the order of the sidebar, the front page first", () => {
  expect(readingOrder("index", front)).toEqual(["index", "findings/a"]);
});
