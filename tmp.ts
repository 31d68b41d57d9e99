import { plantedRecall, falseAlarms } from "./tests/language/personal-data-measure.ts";
const { rows, missed } = await plantedRecall(); console.table(rows); console.log(missed.length, missed.slice(0,40)); console.log(falseAlarms());
