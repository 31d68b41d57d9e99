import { createHash } from "node:crypto";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { finishPage, type PageContext } from "../../../loaders/publish/finish/page.ts";
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

  test("takes the runtime out of a page without cells, and leaves it to a page with some", () => {
    const still = finish("findings/gender/index").html;
    expect(still).not.toContain("_observablehq/");
    expect(still).not.toContain("sidebar-scrolly");
    expect(still).toContain("report.0a1b2c3d.js");
    expect(still, "the script waits for what the first paint needs").not.toContain("modulepreload");
    expect(still).toMatch(/<script[^>]*report\.0a1b2c3d\.js[^>]*fetchpriority="low"/);
    const live = finish("cells").html;
    expect(live).toContain('import {define} from "./_observablehq/client.');
    expect(live).toContain("modulepreload");
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
