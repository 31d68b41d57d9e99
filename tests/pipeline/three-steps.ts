import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type StepContext, type StepDefinition, step } from "../../loaders/pipeline/step.ts";

/** Inputs and code of the three steps: `corpus` imports `deep/one.ts`, which imports `deep/two.ts`. */
export function writeStudy(root: string, posts = "autism school\n\nschool bus\n"): void {
  const files = {
    "raw/a.txt": posts,
    "raw/b.txt": "kindergarten\n",
    "study/topics.yml": "school: school\n",
    "loaders/corpus.ts": 'import { one } from "./deep/one.ts";\nexport const corpus = one;\n',
    "loaders/deep/one.ts": 'import { two } from "./two.ts";\nexport const one = two;\n',
    "loaders/deep/two.ts": "export const two = 2;\n",
    "loaders/annotate.ts": "export const annotate = 1;\n",
    "loaders/publish.ts": "export const publish = 1;\n",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/**
 * Three steps in a row: lines of text, then those that name a topic (two outputs), then a file a line (a
 * directory). `pause` in milliseconds before each piece that is written.
 */
export function threeSteps(params: unknown = {}, pause?: number): StepDefinition[] {
  const piece = async (path: string, text: string) => {
    if (pause !== undefined) await wait(pause);
    appendFileSync(path, text);
  };
  return [
    step({
      name: "corpus",
      reads: { captures: "raw/*.txt" },
      writes: { posts: "derived/posts.txt" },
      params,
      code: ["loaders/corpus.ts"],
      async run({ inputs, outputs }) {
        const lines = inputs.captures!.flatMap((file) => linesOf(readFileSync(file, "utf8")));
        const posts = lines.filter((line) => line.trim() !== "");
        for (const post of posts) await piece(outputs.posts!, `${post.trim()}\n`);
        return {
          rowsIn: lines.length,
          rowsOut: posts.length,
          setAside: { empty: lines.length - posts.length },
        };
      },
    }),
    step({
      name: "annotate",
      reads: { posts: "derived/posts.txt", topics: "study/topics.yml" },
      writes: { annotations: "derived/annotations.txt", terms: "derived/terms.txt" },
      code: ["loaders/annotate.ts"],
      async run({ inputs, outputs }) {
        const posts = readLines(inputs, "posts");
        const topics = readLines(inputs, "topics").map((line) => line.split(": ")[1]!);
        for (const post of posts) {
          await piece(outputs.annotations!, `${topics.some((topic) => post.includes(topic))}\n`);
          await piece(outputs.terms!, `${post.split(" ").length}\n`);
        }
        return { rowsIn: posts.length, rowsOut: posts.length };
      },
    }),
    step({
      name: "publish",
      reads: { tables: "derived/{annotations,terms}.txt" },
      writes: { results: "src/data/results/" },
      code: ["loaders/publish.ts"],
      async run({ inputs, outputs }) {
        const lines = readLines(inputs, "tables");
        mkdirSync(join(outputs.results!, "rows"));
        for (const [index, line] of lines.entries()) {
          await piece(join(outputs.results!, "rows", `${index}.txt`), line);
        }
        return { rowsIn: lines.length, rowsOut: lines.length };
      },
    }),
  ];
}

/** The three steps, for threads. */
export function steps({ params = {}, pause }: { params?: unknown; pause?: number }): StepDefinition[] {
  return threeSteps(params, pause);
}

function readLines(inputs: StepContext["inputs"], role: string): string[] {
  return inputs[role]!.flatMap((file) => linesOf(readFileSync(file, "utf8")));
}

function linesOf(text: string): string[] {
  return text.split("\n").slice(0, -1);
}
