import { readdirSync, readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { readConllu } from "./conllu.ts";

const DATA = "../shared/data";

/** Posts and articles in Russian that nobody of this project wrote: Telegram channels and Tengrinews. */
export async function realTexts(): Promise<string[]> {
  return [...telegramTexts(), ...(await tengrinewsTexts())];
}

export function telegramTexts(): string[] {
  const folder = `${DATA}/telegram/posts`;
  return readdirSync(folder)
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as { text?: string | null }[])
    .map(({ text }) => text ?? "")
    .filter((text) => text.length >= 40);
}

export async function tengrinewsTexts(): Promise<string[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(
    `select content from read_parquet('${DATA}/news/tengrinews/*.parquet') where content is not null order by page_url`,
  );
  const texts = reader.getRowsJson().map(([text]) => String(text));
  connection.closeSync();
  instance.closeSync();
  return texts;
}

/** Sentences without personal data: of the Russian and Kazakh treebanks and of KazNERD. */
export function cleanSentences(): string[] {
  const treebanks = readdirSync(`${DATA}/ud`)
    .filter((file) => file.endsWith(".conllu"))
    .sort();
  return [
    ...treebanks.flatMap((file) => readConllu(`${DATA}/ud/${file}`).map(({ text }) => text)),
    ...kaznerdSentences(),
  ];
}

/** Sentences of KazNERD, tokens joined by spaces. */
export function kaznerdSentences(): string[] {
  return readFileSync(`${DATA}/kaznerd/IOB2_valid.txt`, "utf8")
    .split(/\n\s*\n/u)
    .map((block) =>
      block
        .split("\n")
        .map((line) => line.split(/\s/u)[0])
        .join(" ")
        .trim(),
    )
    .filter((text) => text !== "");
}
