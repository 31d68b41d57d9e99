import { expect, test } from "vitest";
import { claimIds } from "../../../loaders/publish/page/claim-ids.ts";

const boys = "claim:findings/gender/share/share?scope=general&sex=boys";
const girls = "claim:findings/gender/share/share?scope=general&sex=girls";

test("a claim's id says query, column and row; what stands again is numbered in order", () => {
  const id = claimIds();
  expect([boys, girls, boys, boys].map(id)).toEqual([
    "claim-findings-gender-share-share-general-boys",
    "claim-findings-gender-share-share-general-girls",
    "claim-findings-gender-share-share-general-boys-2",
    "claim-findings-gender-share-share-general-boys-3",
  ]);
});

test("each page counts for itself", () => {
  claimIds()(boys);
  expect(claimIds()(boys)).toBe("claim-findings-gender-share-share-general-boys");
});
