import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findChromium, launch, look, watch } from "./browser.ts";
import { serve } from "./serve.ts";

const executable = findChromium();

test.skipIf(!executable)(
  "the harness sees requests off the origin, errors and refused inline scripts",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "harness-"));
    writeFileSync(
      join(folder, "index.html"),
      `<!doctype html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src http:">
<script>document.title = "ran"</script><script src="fault.js"></script><img alt="" src="http://127.0.0.1:9/x.png">`,
    );
    writeFileSync(join(folder, "fault.js"), "throw new Error('planted')");
    const site = await serve(folder, { base: "/below/", lifetime: 20_000 });
    const browser = await launch(executable!);
    try {
      const page = await (await look(browser)).newPage();
      const troubles = watch(page, site.origin);
      await page.goto(site.url, { waitUntil: "load" });
      expect(await page.title()).toBe("");
      const all = troubles.join("\n");
      expect(all).toContain("request off origin: http://127.0.0.1:9/x.png");
      expect(all).toMatch(/console: .*inline script/);
      expect(all).toContain("error: planted");
      expect((await fetch(`${site.origin}/elsewhere`)).status).toBe(404);
      expect((await fetch(`${site.url}..%2f..%2fetc/passwd`)).status).toBe(404);
    } finally {
      await browser.close();
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
