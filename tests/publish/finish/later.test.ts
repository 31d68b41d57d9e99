import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { putOff } from "../../../loaders/publish/finish/later.ts";

/** Long enough for a part to be put off. */
const long = `<!-- ${"x".repeat(4000)} -->`;
const figure = (name: string, inside = "") => `<figure class="figure" id="fig-${name}">
<div class="chart chart-wide" title="&lt;b&gt; &amp; &quot;"><svg viewBox="0 0 9 9"><text>${name} 75&nbsp;% &lt;</text></svg>${long}${inside}</div><div class="chart chart-narrow"><svg viewBox="0 0 4 4"><path d="M0,0L4,4"></path></svg></div>
<details class="figure-table"><summary>Table</summary><div class="table-scroll"><table><tbody><tr><th>${name}</th><td>1</td></tr></tbody></table>${long}</div></details>
</figure>`;
const page = (...figures: string[]) =>
  `<!DOCTYPE html><html><head></head><body><main>${figures.join("")}</main></body></html>`;

function finished(html: string): string {
  const dom = new JSDOM(html);
  putOff(dom.window.document);
  return dom.serialize();
}

const three = page(figure("a"), figure("b"), figure("c"));

/** What is put off, part by part. */
function partsOf(html: string): string[] {
  const { document } = new JSDOM(finished(html)).window;
  return [...document.querySelectorAll("noscript.later")].map(
    (part) => `${part.closest("figure")!.id} ${[...part.children].map((one) => one.className).join(" + ")}`,
  );
}

test("puts off the long charts below the second figure and tables in closed disclosures, and nothing else", () => {
  expect(partsOf(three)).toEqual([
    "fig-a table-scroll",
    "fig-b table-scroll",
    "fig-c chart chart-wide",
    "fig-c table-scroll",
  ]);
});

test("puts off heavy charts of the second figure too, each by itself, and never those of the first", () => {
  const heavy = (name: string) => figure(name).replace("<path", `<!-- ${"x".repeat(60_000)} --><path`);
  expect(partsOf(page(heavy("a"), heavy("b")))).toEqual([
    "fig-a table-scroll",
    "fig-b chart chart-wide",
    "fig-b chart chart-narrow",
    "fig-b table-scroll",
  ]);
});

test("done twice it changes nothing; a page with nothing to put off has no script", () => {
  expect(finished(finished(three))).toBe(finished(three));
  const short = page('<figure class="figure"><div class="chart">1</div></figure>');
  expect(finished(short)).toBe(short);
});

test("leaves what holds the element's own name where it is: it could end the part early", () => {
  const hostile = figure("c", '<i title="</noscript><script>alert(1)</script>"></i>');
  const { document } = new JSDOM(finished(page(figure("a"), figure("b"), hostile))).window;
  expect(document.querySelector("#fig-c > .chart-wide i")!.getAttribute("title")).toContain("</noscript>");
});

test("with scripts the page becomes what it is without them, printing and the named figure wait for none", async () => {
  const { window: plain } = new JSDOM(three);
  const dom = new JSDOM(finished(three), {
    runScripts: "dangerously",
    pretendToBeVisual: true,
    url: "http://localhost/#fig-c",
  });
  const { document } = dom.window;
  const figures = (from: Document) => [...from.querySelectorAll("figure")].map((one) => one.innerHTML);
  expect(document.querySelectorAll("#fig-c noscript")).toHaveLength(0);
  expect(document.querySelectorAll("#fig-a noscript.later *")).toHaveLength(0);
  expect(document.querySelectorAll("#fig-a noscript.later")).toHaveLength(1);
  await new Promise((resolve) => document.addEventListener("whole", resolve, { once: true }));
  expect(figures(document)).toEqual(figures(plain.document));
  dom.window.close();

  const printed = new JSDOM(finished(three), { runScripts: "dangerously", pretendToBeVisual: true });
  printed.window.dispatchEvent(new printed.window.Event("beforeprint"));
  expect(figures(printed.window.document)).toEqual(figures(plain.document));
  printed.window.close();
});
