import { showEditors } from "./editor/editors.ts";
import { offerBeside } from "./page/beside.ts";
import { markClaimedRow } from "./page/claim-row.ts";
import { showContents } from "./page/contents.ts";
import { openTargets } from "./page/disclosures.ts";
import { keepPlace } from "./page/languages.ts";
import { offerPng } from "./page/png.ts";
import { showSearch } from "./page/search.ts";
import { closeSidebarOnEscape } from "./page/sidebar.ts";
import { showTips } from "./page/tips.ts";

/** The script of every page. The page is whole without it: it only opens, points and explains. */
openTargets(document, window);
markClaimedRow(document);
offerBeside(document, window);
showTips(document);
showContents(document);
keepPlace(document);
offerPng(document);
showSearch(document);
showEditors(document);
closeSidebarOnEscape(document);

if (document.querySelector(".figure [data-of]")) {
  void import("./page/linked.ts").then(({ linkFigures }) => linkFigures(document));
}

const explorer = document.querySelector<HTMLElement>(".explorer[data-root]");
if (explorer) void import("./explorer/explorer.ts").then(({ showExplorer }) => showExplorer(explorer));
