import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Layout } from "../../study/layout.ts";
import { loadStudy } from "../../study/load.ts";
import type { Study } from "../../study/study.ts";
import { readFrame, readShownPosts } from "../../validate/frame.ts";
import { type Question, questionsOf } from "../../validate/question.ts";
import { codingItems, makeSample } from "../../validate/sample.ts";
import { readSample, sampleFiles, writeSample } from "../../validate/sample-files.ts";
import { exitCodes, type OptionValues, type Terminal, texts, UsageError } from "../command.ts";
import { folderOf, wholeNumber } from "./options.ts";

/** Draws posts for each question, and writes what coders get and the key that they don't. */
export async function sample(values: OptionValues, layout: Layout, terminal: Terminal): Promise<number> {
  const size = wholeNumber(values, "size", 120, 1);
  const seed = wholeNumber(values, "seed", 1, 0);
  const study = await loadStudy(join(layout.root, layout.home));
  const questions = chosenQuestions(study, texts(values, "question"));
  const files = {
    posts: join(layout.root, layout.derived, "posts.parquet"),
    annotations: join(layout.root, layout.derived, "annotations.parquet"),
    spill: join(layout.root, folderOf(layout), "spill.tmp"),
  };
  if (!existsSync(files.posts) || !existsSync(files.annotations)) {
    terminal.warn(
      `validate: found no posts in ${layout.derived}/, expected posts and annotations: run npm run data`,
    );
    return exitCodes.fault;
  }
  const frame = await readFrame(files, questions);
  const drawn = makeSample(frame, questions, { size, seed });
  const folder = join(layout.root, folderOf(layout));
  const present = await readSample(folder);
  if (present !== undefined && present.id !== drawn.id && values.replace !== true) {
    terminal.warn(
      `validate: found sample ${present.id} in ${folderOf(layout)}/, expected none or the same (${drawn.id}): ` +
        "its coders' sheets can't be read without its key. Move it away, or say --replace",
    );
    return exitCodes.fault;
  }
  const items = codingItems(
    drawn,
    await readShownPosts(
      files,
      drawn.key.map(({ post_id }) => post_id),
    ),
  );
  await writeSample(folder, drawn, items, questions, study.reportLanguages[0]!);
  terminal.print(
    `validate: ${items.length} items to code for ${questions.length} questions of ${frame.postIds.length} posts, ` +
      `seed ${seed}, sample ${drawn.id}.`,
  );
  terminal.print(
    `For coders: ${folderOf(layout)}/${sampleFiles.desk}, ${sampleFiles.sheet}, ${sampleFiles.workbook}, not ${sampleFiles.key}.`,
  );
  return exitCodes.done;
}

function chosenQuestions(study: Study, asked: readonly string[]): Question[] {
  const all = questionsOf(study);
  const unknown = asked.filter((name) => !all.some(({ id, family }) => id === name || family === name));
  if (unknown.length > 0) {
    const known = [...new Set(all.map(({ family }) => family)), ...all.map(({ id }) => id)];
    throw new UsageError(
      `validate: found no question ${unknown.join(", ")}, expected one of ${[...new Set(known)].join(", ")}`,
    );
  }
  return all.filter(({ id, family }) => asked.length === 0 || asked.includes(id) || asked.includes(family));
}
