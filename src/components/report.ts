import { showEditors } from "./editor/editors.ts";
import { offerBeside } from "./page/beside.ts";
import { markClaimedRow } from "./page/claim-row.ts";
import { showContents } from "./page/contents.ts";
import { openTargets } from "./page/disclosures.ts";
import { keepPlace } from "./page/languages.ts";
import { whenWhole } from "./page/later.ts";
import { offerPng } from "./page/png.ts";
import { showSearch } from "./page/search.ts";
import { closeSidebarOnEscape } from "./page/sidebar.ts";
import { showTips } from "./page/tips.ts";

/** The script of every page. The page is whole without it: it only opens, points and explains. */
openTargets(document, window);
markClaimedRow(document);

const steps: ((document: Document) => void)[] = [
  showSearch,
  keepPlace,
  closeSidebarOnEscape,
  showTips,
  (document) => offerBeside(document, window),
  showEditors,
  offerPng,
  showContents,
  noteBeside,
  linkFigures,
  drawFigures,
];

/** One step a task, after the first paint: together they would hold up a slow machine. */
function runSteps(): void {
  const step = steps.shift();
  if (step === undefined) return;
  step(document);
  setTimeout(runSteps);
}

/** Notes in the margin, where there is one: `src/style/side-notes.css` holds the same width. */
function noteBeside(document: Document): void {
  const margin = matchMedia("(min-width: 87.5rem)");
  const add = () => {
    if (!margin.matches || document.querySelector("main :is(a.source, a.claim)") === null) return;
    margin.removeEventListener("change", add);
    void import("./page/side-notes.ts").then(({ addSideNotes }) => addSideNotes(document));
  };
  margin.addEventListener("change", add);
  add();
}

function linkFigures(document: Document): void {
  if (!document.querySelector(".figure [data-of]")) return;
  void import("./page/linked.ts").then((linked) => linked.linkFigures(document));
}

function drawFigures(document: Document): void {
  if (!document.querySelector(".figure, .number-methods")) return;
  void import("./page/draw.ts").then(({ drawWhenIdle }) => drawWhenIdle(document, window));
}

// The explorer is what its page is for.
const explorer = document.querySelector<HTMLElement>(".explorer[data-root]");
if (explorer) void import("./explorer/explorer.ts").then(({ showExplorer }) => showExplorer(explorer));

whenWhole(document, () => requestAnimationFrame(() => setTimeout(runSteps)));
