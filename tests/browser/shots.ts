import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findChromium, launch } from "./browser.ts";
import { compareShots, type ShotComparison } from "./compare-shots.ts";
import { serve } from "./serve.ts";
import { shotsGallery } from "./shots-gallery.ts";
import { dist, htmlPages } from "./site-pages.ts";
import { takeShots } from "./take-shots.ts";

const usage = `npm run shots -- [DIST] [OUT] [--against FOLDER] [--only TEXT] [--help]

Screenshots of every page of DIST (dist): OUT/PAGE-{light,dark,narrow,narrow-dark,bare,opened,print}.png, OUT/PAGE.pdf,
and OUT/index.html to leaf through them. OUT is shots.
--against FOLDER   compares them with an earlier set, prints the pictures that differ, shows them first in OUT/index.html
--only TEXT        only pages whose path holds TEXT

Exit codes: 0 done, and nothing differs; 1 something differs, or went wrong.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    against: { type: "string" },
    only: { type: "string", default: "" },
    help: { type: "boolean", default: false },
  },
});

if (values.help) process.stdout.write(usage);
else await run(positionals[0] ?? dist, positionals[1] ?? "shots", values.only, values.against);

async function run(folder: string, out: string, only: string, against: string | undefined): Promise<void> {
  const executable = findChromium();
  if (!executable) throw new Error("found no Chromium, expected CHROMIUM_PATH or one on PATH");
  const site = await serve(folder, { lifetime: 7_200_000 });
  const browser = await launch(executable);
  try {
    const pages = htmlPages(folder).filter((path) => path.includes(only));
    for (const path of pages) await takeShots(browser, site.url, path, out);
    // A set that was taken whole is compared with the same pages of the other.
    const compared = await compareShots(browser, against ?? out, out, {
      only: only.replace(/\.html$/, "").replaceAll("/", "-"),
    });
    await writeFile(join(out, "index.html"), shotsGallery(compared, out, against));
    if (against !== undefined) report(compared, join(out, "index.html"));
  } finally {
    await browser.close();
    await site.close();
  }
}

function report(compared: readonly ShotComparison[], gallery: string): void {
  const others = compared.filter(({ state }) => state !== "same");
  for (const { name, state, share } of others)
    process.stdout.write(
      `${name}: ${state}${state === "different" ? `, ${(100 * share).toFixed(3)}% of it` : ""}\n`,
    );
  process.stdout.write(
    `shots: ${others.length} of ${compared.length} pictures differ. Leaf through them in ${gallery}\n`,
  );
  if (others.length > 0) process.exitCode = 1;
}
