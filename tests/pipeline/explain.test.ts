import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { explainStep } from "../../loaders/pipeline/explain.ts";
import { threeSteps } from "./three-steps.ts";
import { studyWorkspace } from "./workspace.ts";

test("a step that never ran", async () => {
  const { root } = studyWorkspace();
  expect(await explainStep(threeSteps(), "annotate", { root })).toMatchInlineSnapshot(`
    "annotate: never run

    inputs
      topics: study/topics.yml: 74761e0be0c7
      posts: derived/posts.txt, written by corpus: no file

    params
      null

    code
      loaders/annotate.ts: 774d913b8c65

    packages
      none

    outputs
      annotations: derived/annotations.txt: missing
      terms: derived/terms.txt: missing
    "
  `);
});

test("a fresh step", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps());
  const text = await explainStep(threeSteps(), "publish", { root: workspace.root });
  expect(text).toMatchInlineSnapshot(`
    "publish: fresh

    inputs
      tables: derived/annotations.txt, written by annotate: same 0823bd24a3b2
      tables: derived/terms.txt, written by annotate: same f45e415a8006

    params
      same: null

    code
      1 of 1 modules same

    packages
      none

    outputs
      results: src/data/results/: same c7a8e3c8a584; 16 bytes, 6 rows in, 6 out
    "
  `);
});

test("a step with everything changed", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps({ window: { to: "2023-05-31" }, old: 1 }));
  workspace.write("raw/a.txt", "new\n");
  workspace.write("raw/c.txt", "new\n");
  rmSync(join(workspace.root, "raw/b.txt"));
  workspace.write("loaders/deep/two.ts", 'import "some-package";\n');
  workspace.write("derived/posts.txt", "edited");
  const steps = threeSteps({ window: { to: "2023-06-30" } });
  const text = await explainStep(steps, "corpus", { root: workspace.root, force: ["corpus"] });
  expect(text).toMatchInlineSnapshot(`
    "corpus: forced, a.txt changed, c.txt added, b.txt removed, parameter changed (old, window.to), code changed (loaders/deep/two.ts), package changed (some-package added), output was edited

    inputs
      captures: raw/a.txt: changed 565d4077fbd7 -> 7aa7a5359173
      captures: raw/b.txt: removed f95e5ee8447b
      captures: raw/c.txt: added 7aa7a5359173

    params
      old: 1 -> none
      window.to: "2023-05-31" -> "2023-06-30"

    code
      loaders/deep/two.ts: changed 3fab699ca9e6 -> ba524bca040c
      2 of 3 modules same

    packages
      some-package: none -> not installed

    outputs
      posts: derived/posts.txt: edited 19885435894b -> 1fb9f4097256; 6 bytes, 4 rows in, 3 out
    "
  `);
});

test("a file edited in a directory output is named", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps());
  workspace.write("src/data/results/rows/0.txt", "edited");
  const text = await explainStep(threeSteps(), "publish", { root: workspace.root });
  expect(text).toMatch(/src\/data\/results\/rows\/0\.txt: changed [0-9a-f]{12} -> [0-9a-f]{12}/);
});

test("an unknown name is answered with the known ones", async () => {
  const { root } = studyWorkspace();
  await expect(explainStep(threeSteps(), "x", { root })).rejects.toThrow(
    'found no step "x", expected one of: corpus, annotate, publish',
  );
});
