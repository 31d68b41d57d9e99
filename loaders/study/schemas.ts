import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { conceptsSchema, genderSchema } from "./schema-concepts.ts";
import { exportsSchema } from "./schema-exports.ts";
import { glossarySchema } from "./schema-glossary.ts";
import { placeWordsSchema, toneSchema } from "./schema-lexicons.ts";
import { sourcesSchema } from "./schema-sources.ts";
import { studySchema } from "./schema-study.ts";

const schemas: Record<string, { title: string; schema: z.ZodType }> = {
  study: { title: "study.yml: what is asked, of whom, in which window", schema: studySchema },
  concepts: { title: "topics.yml and its like: what posts are searched for", schema: conceptsSchema },
  glossary: { title: "glossary.yml: terms and what they mean", schema: glossarySchema },
  gender: { title: "lexicons/gender.yml: words that name boys and girls", schema: genderSchema },
  tone: { title: "lexicons/tone.yml: words that carry a tone", schema: toneSchema },
  places: { title: "lexicons/places.yml: what stands about the names of places", schema: placeWordsSchema },
  export: { title: "export.yml: how capture files were exported from a platform", schema: exportsSchema },
  sources: { title: "sources.yml: bibliography and quoted figures", schema: sourcesSchema },
};

/** JSON Schemas (draft 7, which editors understand) of the study's YAML files, by file name. */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { title, schema }]) => {
      const json = z.toJSONSchema(schema, { target: "draft-7", io: "input" });
      return [`${name}.schema.json`, `${JSON.stringify({ title, ...json }, null, 2)}\n`];
    }),
  );
}

/** Writes the JSON Schemas into a folder and returns their paths. */
export async function writeSchemas(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = Object.entries(jsonSchemas()).map(([name, text]) => ({ path: join(folder, name), text }));
  await Promise.all(files.map(({ path, text }) => writeFile(path, text)));
  return files.map(({ path }) => path);
}
