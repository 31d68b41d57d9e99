import { relative } from "node:path";
import { escapeHtml } from "../../loaders/publish/html.ts";
import type { ShotComparison } from "./compare-shots.ts";

/**
 * A page to leaf through a set of screenshots, those that differ first: before, what differs, now. Without scripts.
 *
 * @param folder where the page will stand, with the new set; `before` is the folder of the old one
 */
export function shotsGallery(shots: readonly ShotComparison[], folder: string, before?: string): string {
  const old = before === undefined ? undefined : relative(folder, before).replaceAll("\\", "/");
  const order = { different: 0, "only now": 1, "only before": 2, same: 3 };
  const sorted = [...shots].sort((a, b) => order[a.state] - order[b.state] || b.share - a.share);
  const counted = Object.keys(order)
    .map((state) => `${shots.filter((shot) => shot.state === state).length} ${state}`)
    .join(", ");
  const picture = (src: string, caption: string) =>
    `<figure><figcaption>${caption}</figcaption><a href="${escapeHtml(src)}"><img src="${escapeHtml(src)}" alt="${caption}" loading="lazy"></a></figure>`;
  const entries = sorted.map((shot) => {
    const parts = [
      old !== undefined && shot.state !== "only now" && shot.state !== "same"
        ? picture(`${old}/${shot.name}`, "before")
        : "",
      shot.shown === undefined ? "" : picture(shot.shown, "what differs"),
      shot.state === "only before" ? "" : picture(shot.name, "now"),
    ];
    const said =
      old === undefined
        ? ""
        : `, ${shot.state}${shot.share > 0 ? ` (${(100 * shot.share).toFixed(3)}%)` : ""}`;
    return `<section><h2>${escapeHtml(shot.name)}${said}</h2><div>${parts.join("")}</div></section>`;
  });
  return `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Screenshots</title>
<style>
body { font: 15px/1.5 sans-serif; margin: 1rem }
section > div { display: flex; gap: 1rem; align-items: start }
figure { flex: 1; margin: 0; max-width: 32%; max-height: 80vh; overflow: auto; border: 1px solid #ccc }
figcaption { position: sticky; top: 0; padding: 2px 6px; background: #fff }
img { width: 100% }
</style>
<h1>Screenshots</h1>
<p>${old === undefined ? `${shots.length} pictures` : counted}</p>
${entries.join("\n")}
</html>
`;
}
