import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import {
  DEFAULT_THRESHOLD,
  labelledPairs,
  type PairCounts,
  pairsInOneStory,
  sameEvent,
  summary,
} from "./measure.ts";
import { type RealText, realTexts } from "./real-texts.ts";

describe.skipIf(!existsSync("../shared/data"))(
  "stories of real Telegram posts and news (../shared/data), the half that nothing was tuned on",
  () => {
    let all: RealText[];
    let event: PairCounts;

    beforeAll(async () => {
      all = await realTexts();
      event = pairsInOneStory(sameEvent(all), DEFAULT_THRESHOLD);
    });

    it.each(["one", "each"] as const)(
      "recall and precision of made copies of texts of five words and more, %s a text",
      (copies) => {
        const made = pairsInOneStory(labelledPairs(all, "reported", copies), DEFAULT_THRESHOLD);
        expect(made.get("random")!.of).toBe(20_000);
        expect(event.get("own account")!.of).toBe(500);
        const { recall, precision } = summary(made, event);
        expect(recall).toBeGreaterThanOrEqual(0.98);
        expect(precision).toBeGreaterThanOrEqual(0.98);
      },
    );
  },
);
