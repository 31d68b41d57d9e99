import { expect, test } from "vitest";
import { pageFrame, withFrame } from "../../loaders/publish/page-frame.ts";
import { readFixture } from "./finish/fixture.ts";

const framed = { header: "<aside>$& notice</aside>", footer: "<p>$1 imprint</p>" };

/** A page of Framework's with the same header and footer, and the page as Framework writes it without them. */
function captured(path: string): { whole: string; bare: string } {
  const captured = readFixture(path);
  const bare = captured
    .replace(/\n<header id="observablehq-header">[\s\S]*?\n<\/header>/, "")
    .replace(/\n<div>(?:(?!<nav)[\s\S])*?<\/div>\n<\/footer>/, "\n</footer>")
    .replace(/\n<footer id="observablehq-footer">\n<\/footer>/, "");
  return { whole: captured, bare };
}

test.each(["index", "findings/gender/index", "cells", "404"])(
  "%s: header and footer stand where Framework puts them",
  (path) => {
    const { whole, bare } = captured(path);
    const header = /\n<header id="observablehq-header">\n([\s\S]*?)\n<\/header>/.exec(whole)?.[1] ?? null;
    const footer = /(?:<\/nav>|observablehq-footer">)\n<div>([\s\S]*?)<\/div>\n<\/footer>/.exec(whole)?.[1];
    expect(footer).toBeDefined();
    expect(bare).not.toContain(footer);
    expect(withFrame(bare, { header, footer: footer! })).toBe(whole);
  },
);

test("signs of a replacement's pattern stay", () => {
  const html = withFrame(captured("index").bare, framed);
  expect(html).toContain('<header id="observablehq-header">\n<aside>$& notice</aside>\n</header>');
  expect(html).toContain("<div><p>$1 imprint</p></div>\n</footer>");
});

test.each(["index", "404"])("%s: a header and footer of its own stay instead", (path) => {
  const own = withFrame(captured(path).bare, framed);
  expect(withFrame(own, { header: "other", footer: "other" })).toBe(own);
});

test("a page that Framework did not write so stops the build", () => {
  expect(() => withFrame("<main></main>", framed)).toThrow(/expected what Framework 1\.13\.4 writes/);
});

test("the notice stands above synthetic studies alone; title and edition are in the footer", () => {
  const study = {
    title: { en: "Listening & learning", ru: "Слушая" },
    reportLanguages: ["en", "ru"],
    citation: { authors: ["Tyndau"], licence: "CC-BY-4.0" },
    synthetic: true,
  };
  expect(pageFrame(study, "abc123", "ru").header).toContain("Синтетический корпус");
  expect(pageFrame({ ...study, synthetic: false }, undefined, "en")).toEqual({
    header: null,
    footer: '<div class="edition"><p>Listening &amp; learning. Tyndau. CC-BY-4.0.</p></div>',
  });
  expect(pageFrame(study, "abc123", "kk").footer).toContain("Listening &amp; learning");
  expect(pageFrame(study, "abc123", "ru").footer).toContain("<code>abc123</code>");
});
