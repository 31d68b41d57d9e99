/**
 * How well the annotators agree with the demo's truth: `npm run bench -- annotate-truth`, after `npm run data`. Prints the
 * tables of docs/methods/annotations.md, and how the tone of the hand-made sentences is read.
 */
import { postAnnotator } from "../../loaders/annotate/post-annotator.ts";
import { loadStudy } from "../../loaders/study/load.ts";
import { annotatedDemo, heldOut, scoresOf, withoutRegion } from "../annotate/demo-scores.ts";
import type { Score } from "../annotate/score.ts";
import { toneSentences } from "../annotate/tone-sentences.ts";

const demo = await annotatedDemo("data/derived/posts.parquet");
const line = (name: string, { both, annotated, true: real, precision, recall, f1 }: Score) =>
  `| ${name} | ${both} | ${annotated} | ${real} | ${[precision, recall, f1].map((x) => x.toFixed(3)).join(" | ")} |`;
console.log(`${demo.posts.length} posts\n`);
console.log(
  "| annotator, class | both | annotated only | true only | precision | recall | F1 |\n|---|---|---|---|---|---|---|",
);
for (const { annotator, micro, classes } of scoresOf(demo)) {
  console.log(line(`**${annotator}**`, micro));
  for (const [id, score] of classes) console.log(line(id, score));
}
for (const { annotator, micro } of scoresOf(heldOut(demo)))
  console.log(line(`${annotator}, held out`, micro));
const none = withoutRegion(demo);
console.log(
  `\nno one region by the words: ${none.annotated.toFixed(3)}, by the truth ${none.true.toFixed(3)}`,
);

const annotator = postAnnotator(await loadStudy("data"));
for (const language of ["ru", "kk"] as const) {
  const own = toneSentences.filter(([of]) => of === language);
  const right = own.filter(
    ([, tone, text]) =>
      annotator.annotate({ title: null, text, sourceId: "p:0", language }).tone.tone === tone,
  );
  console.log(`tone, ${language}: ${right.length} of ${own.length} sentences as read by hand`);
}
