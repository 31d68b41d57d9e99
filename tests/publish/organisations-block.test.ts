import { expect, test } from "vitest";
import { studyBlocks } from "../../loaders/publish/blocks.ts";
import { loadStudy } from "../../loaders/study/load.ts";
import { smallStudy, writeStudy } from "../study/small-study.ts";

test("the register says an organisation's type in the page's language, and as written where it has no other", async () => {
  const csv = smallStudy["study/organisations.csv"]!;
  const translated = csv.replace("type,", "type,type_ru,").replace("NGO,", "NGO,НПО,");
  const home = writeStudy({ "study/organisations.csv": translated });
  const study = { ...(await loadStudy(home)), reportLanguages: ["en", "ru"] };
  const show = studyBlocks(study, undefined).organisations!;
  expect(show("", "/ru/annex/organisations")).toContain("<td>НПО</td>");
  expect(show("", "/annex/organisations")).toContain("<td>NGO</td>");
});
