/** Language and tokens on real text: `npx tsx tests/bench/language.ts`. Needs ../shared/data. */
import { existsSync } from "node:fs";
import { agreement, languageAccuracy } from "../language/measure.ts";

if (!existsSync("../shared/data")) {
  console.log("../shared/data is absent: nothing to measure");
} else {
  console.table(languageAccuracy());
  console.table(agreement());
}
