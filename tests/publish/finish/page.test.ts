import { createHash } from "node:crypto";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { finishPage, type PageContext } from "../../../loaders/publish/finish/page.ts";
import { splitStyles } from "../../../loaders/publish/finish/stylesheet.ts";
import { readFixture } from "./fixture.ts";

const study: PageContext["study"] = {
  title: { en: "Listening & learning", ru: "Слушая" },
  reportLanguages: ["en", "ru", "kk"],
  citation: {
    authors: ["Tyndau contributors", "Akhmetova, Aigerim"],
    publisher: "Tyndau",
    issued: "2024-05-01",
    licence: "CC-BY-4.0",
  },
};

function finish(path: string, context: Partial<PageContext> = {}, html = readFixture(path)) {
  const result = finishPage(html, { path, base: "/", study, ...context });
  return { ...result, document: new JSDOM(result.html).window.document };
}

const meta = (document: Document, name: string) =>
  [...document.querySelectorAll(`meta[name='${name}']`)].map((element) => element.getAttribute("content"));

const policyOf = (document: Document) =>
  new Map(
    document
      .querySelector("meta[http-equiv='Content-Security-Policy']")!
      .getAttribute("content")!
      .split("; ")
      .map((directive) => [directive.split(" ")[0]!, directive.split(" ").slice(1)]),
  );

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("finishPage", () => {
  test("gives the same bytes when repeated", () => {
    const once = finish("findings/gender/index").html;
    expect(finish("findings/gender/index").html).toBe(once);
    expect(finish("findings/gender/index", {}, once).html).toBe(once);
  });

  test("says the page's language: by its folder, else the report's first, else as told", () => {
    expect(finish("findings/gender/index").document.documentElement.lang).toBe("en");
    expect(finish("ru/index", {}, readFixture("index")).document.documentElement.lang).toBe("ru");
    expect(finish("index", { language: "kk" }).document.documentElement.lang).toBe("kk");
  });

  test("lets the reader zoom", () => {
    expect(meta(finish("index").document, "viewport")).toEqual(["width=device-width, initial-scale=1"]);
  });

  test("puts the policy first after the encoding, and allows inline parts by hash only", () => {
    const { document } = finish("cells");
    expect(document.querySelector("meta[charset]")!.nextElementSibling!.getAttribute("http-equiv")).toBe(
      "Content-Security-Policy",
    );
    const policy = policyOf(document);
    const inline = [...document.querySelectorAll("script:not([src]):not([type='application/ld+json'])")];
    expect(inline.length).toBeGreaterThan(0);
    for (const script of inline) expect(policy.get("script-src")).toContain(hash(script.textContent!));
    expect(policy.get("script-src")).not.toContain("'unsafe-inline'");
    expect(policy.get("style-src")).toEqual(["'self'", "'unsafe-inline'"]);
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect([...policy.values()].flat()).not.toContain("'unsafe-eval'");
    expect([...policy.values()].flat()).not.toContain("'wasm-unsafe-eval'");
    expect(policyOf(finish("cells", { wasm: true }).document).get("script-src")).toContain(
      "'wasm-unsafe-eval'",
    );
  });

  test("allows styles by hash only on a page without cells", () => {
    const { document } = finish("findings/gender/index");
    const policy = policyOf(document);
    for (const style of document.querySelectorAll("style")) {
      expect(policy.get("style-src")).toContain(hash(style.textContent!));
    }
    for (const element of document.querySelectorAll("[style]")) {
      expect(policy.get("style-src-attr")).toContain(hash(element.getAttribute("style")!));
    }
    expect([...policy.values()].flat()).not.toContain("'unsafe-inline'");
  });

  test("holds the stylesheet and allows it by hash; the faces are in a file, which scripts may put off", () => {
    const { rules, faces } = splitStyles(
      '@font-face{font-family:"A";src:url("./fonts/a.woff2")}@font-face{font-family:"B";src:local("C")}p{color:red}\n',
    );
    expect(faces).toBe('@font-face{font-family:"A";src:url("./fonts/a.woff2")}');
    const styles = { rules, faces: "faces-en.0123.css" };
    const { document, html } = finish("findings/gender/index", { styles });
    expect(document.querySelector("head > link[rel='stylesheet']")).toBeNull();
    const style = document.querySelector("head > style")!;
    expect(style.textContent).toBe('@font-face{font-family:"B";src:local("C")}p{color:red}');
    expect(policyOf(document).get("style-src")).toContain(hash(style.textContent!));
    expect(policyOf(document).get("style-src")).not.toContain("'unsafe-inline'");
    const held = document.querySelector("head > noscript.faces")!;
    expect(held.innerHTML).toBe('<link rel="stylesheet" href="../../_file/data/site/faces-en.0123.css">');
    const script = held.nextElementSibling!;
    expect(script.textContent, "it reads what stands before it").toContain("previousElementSibling");
    expect(policyOf(document).get("script-src")).toContain(hash(script.textContent!));
    expect(finish("findings/gender/index", { styles }, html).html, "a second time it changes nothing").toBe(
      html,
    );
    expect(policyOf(finish("cells", { styles }).document).get("style-src")).toEqual([
      "'self'",
      "'unsafe-inline'",
    ]);
  });

  test("refuses a stylesheet that a page cannot hold", () => {
    expect(() => splitStyles('a{content:"</style>"}')).toThrow("found </style");
    expect(() => splitStyles('a{background:url("./a.png")}')).toThrow("found url(");
  });

  test("takes the runtime out of a page without cells, and leaves it to a page with some", () => {
    const still = finish("findings/gender/index").html;
    expect(still).not.toContain("_observablehq/");
    expect(still).not.toContain("sidebar-scrolly");
    expect(still, "the script waits for the text").not.toContain("modulepreload");
    expect(still.indexOf("report.0a1b2c3d.js")).toBeGreaterThan(still.indexOf("</main>"));
    const live = finish("cells").html;
    expect(live).toContain('import {define} from "./_observablehq/client.');
    expect(live).toContain("modulepreload");
  });

  test("asks for the explorer's data and code together with its page, and for neither elsewhere", () => {
    const context = { explorer: "_import/data/site/explorer-A.b.js", edition: "0123" };
    const html = readFixture("findings/gender/index");
    const place = html.replace("</main>", '<div class="explorer"><p>Text</p></div></main>');
    const made = finish("ru/explore", context, place);
    const asked = [...made.document.querySelectorAll("head > link.explorer-part")];
    expect(asked.map((link) => [link.getAttribute("rel"), link.getAttribute("href")])).toEqual([
      ["preload", "../data/explorer/explorer.json"],
      ["modulepreload", "../_import/data/site/explorer-A.b.js"],
      ["modulepreload", "../../_import/data/site/report.0a1b2c3d.js"],
    ]);
    const { root, edition } = made.document.querySelector<HTMLElement>(".explorer")!.dataset;
    expect([root, edition]).toEqual(["../", "0123"]);
    expect(finish("ru/explore", context, made.html).html).toBe(made.html);
    expect(finish("findings/gender/index", context).document.querySelector(".explorer-part")).toBeNull();
  });

  test("drops modification times, nothing else of a file's entry", () => {
    const { html } = finish("cells");
    expect(html).not.toContain("lastModified");
    expect(html).toContain('"path":"./_file/data/x.492d5ea4.csv","size":8}');
  });

  test("adds citation metadata", () => {
    const { document } = finish("findings/gender/index", { url: "https://example.org/tyndau" });
    expect(meta(document, "citation_title")).toEqual(["Boys and girls"]);
    expect(meta(document, "citation_author")).toEqual(study.citation.authors);
    expect(meta(document, "citation_publication_date")).toEqual(["2024/05/01"]);
    expect(meta(document, "dcterms.isPartOf")).toEqual(["Listening & learning"]);
    expect(meta(document, "description")).toEqual(["Most posts that name a child's sex name boys: 75%."]);
    expect(document.querySelector("link[rel='canonical']")!.getAttribute("href")).toBe(
      "https://example.org/tyndau/findings/gender/",
    );
    const linked = JSON.parse(document.querySelector("script[type='application/ld+json']")!.textContent!);
    expect(linked).toMatchObject({
      "@type": "WebPage",
      name: "Boys and girls",
      isPartOf: {
        "@type": "Report",
        name: "Listening & learning",
        author: [
          { "@type": "Organization", name: "Tyndau contributors" },
          { "@type": "Person", name: "Aigerim Akhmetova" },
        ],
        license: "https://spdx.org/licenses/CC-BY-4.0",
      },
    });
  });

  test("names no address where none is known, and cannot be broken out of by a title", () => {
    const { document } = finish("index", {
      study: { ...study, title: { en: "</script><script>alert(1)</script>" } },
    });
    expect(document.querySelector("link[rel='canonical']")).toBeNull();
    expect([...document.scripts].map((script) => script.textContent)).not.toContain("alert(1)");
    const linked = JSON.parse(document.querySelector("script[type='application/ld+json']")!.textContent!);
    expect(linked.name).toBe("</script><script>alert(1)</script>");
  });

  test("names landmarks and controls in the page's language", () => {
    const { document } = finish("index", { language: "ru" });
    const skip = document.body.firstElementChild!;
    expect(skip.textContent).toBe("Перейти к содержанию");
    expect(document.querySelector(skip.getAttribute("href")!)!.localName).toBe("main");
    expect(document.querySelector("#observablehq-sidebar")!.getAttribute("aria-label")).toBe("Страницы");
    expect(
      document.querySelector("nav.sidebar-open[aria-label] > #observablehq-sidebar-toggle"),
    ).not.toBeNull();
    expect(document.querySelector("#observablehq-sidebar-toggle")!.getAttribute("aria-label")).toBe(
      "Показать список страниц",
    );
    expect(document.querySelectorAll("ol > :not(li)")).toHaveLength(0);
    expect(document.querySelectorAll("section > summary")).toHaveLength(0);
  });

  test("puts bare tables and code within reach of the keyboard", () => {
    const { document } = finish("findings/gender/index");
    for (const table of document.querySelectorAll("table")) {
      const box = table.closest(".table-scroll")!;
      expect([box.getAttribute("tabindex"), box.getAttribute("role")]).toEqual(["0", "region"]);
      expect(box.getAttribute("aria-label")).toMatch(/^Table/);
    }
    expect(document.querySelector("pre.sql")!.getAttribute("aria-label")).toBe("Query");
  });

  test("leaves no name on a chart's groups, which have no role", () => {
    expect(finish("findings/gender/index").document.querySelector("g[aria-label]")).toBeNull();
  });

  test("lists images without alternative text", () => {
    const html = readFixture("index").replace(
      "</main>",
      '<img src="a.png"><img src="b.png" alt=""><div class="chart" role="img"></div></main>',
    );
    const { faults } = finish("index", {}, html);
    expect(faults).toHaveLength(2);
    expect(faults[0]).toContain('found <img src="a.png"> without alt');
    expect(faults[1]).toContain('found <div role="img"> without aria-label');
  });

  test("makes the 404 page work at any path below the base", () => {
    const { document, html } = finish("404", { base: "/tyndau/" });
    expect(document.querySelector("base")).toBeNull();
    expect(document.querySelector("link[rel='stylesheet']")!.getAttribute("href")).toBe(
      "/tyndau/_file/data/site/report.acf069f5.css",
    );
    expect(document.querySelector("main a[href]:not([href^='#'])")!.getAttribute("href")).toBe(
      "/tyndau/index.html",
    );
    expect(html).not.toMatch(/["']\.\//);
  });
});
