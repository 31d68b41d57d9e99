import type { Capture } from "../../loaders/study/capture.ts";
import type { CollectSource } from "../../loaders/study/collecting.ts";

const source: CollectSource = {
  id: "river",
  collector: "telegram",
  account: "riverwatch",
  capture: "telegram",
};

/** What of a study the killed collection and the parsing after it need. */
export const killedStudy = {
  id: "river-water",
  contact: "team@example.org",
  window: { from: "2020-01-01", to: "2023-05-31" },
  organisations: [],
  collect: { delay: 2, privateHosts: [], sources: [source] },
};

export const killedCapture: Capture = {
  id: "telegram",
  kind: "telegram-preview",
  files: ["raw/collected/*/*.warc.gz"],
  corpus: "public",
  scope: "water",
  platform: "telegram",
};
