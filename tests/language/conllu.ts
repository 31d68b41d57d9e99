import { readFileSync } from "node:fs";

export interface Sentence {
  text: string;
  /** Words and signs as annotated, in order; of a contraction the surface form. */
  forms: { form: string; upos: string }[];
}

/** Sentences of a CoNLL-U file (universaldependencies.org/format.html). */
export function readConllu(file: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const block of readFileSync(file, "utf8").split(/\n\n+/u)) {
    const text = /^# text = (.*)$/mu.exec(block)?.[1];
    if (text === undefined) continue;
    sentences.push({ text, forms: formsOf(block) });
  }
  return sentences;
}

function formsOf(block: string): Sentence["forms"] {
  const forms: Sentence["forms"] = [];
  let covered = 0;
  for (const line of block.split("\n")) {
    const [id, form, , upos] = line.split("\t");
    if (
      id === undefined ||
      form === undefined ||
      upos === undefined ||
      id.startsWith("#") ||
      id.includes(".")
    )
      continue;
    const range = /^\d+-(\d+)$/u.exec(id);
    if (range === null && Number(id) <= covered) continue;
    if (range !== null) covered = Number(range[1]);
    forms.push({ form, upos });
  }
  return forms;
}
