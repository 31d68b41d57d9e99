import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { normalise } from "../../../loaders/language/normalise.ts";
import { openDatabase } from "../../../loaders/parquet/database.ts";

const TELEGRAM = "../shared/data/telegram/posts";
const TENGRINEWS = "../shared/data/news/tengrinews/*.parquet";

export interface RealText {
  /** Channel or site, and the message or page of it. */
  readonly id: string;
  readonly channel: string;
  /** Milliseconds since 1970 UTC. */
  readonly publishedAt: number;
  /** Empty where the platform has none. */
  readonly title: string;
  readonly text: string;
}

interface Message {
  readonly message_id: number;
  readonly channel: string;
  readonly date: string;
  readonly text: string;
}

/** All real posts and articles with a text, normalised, in a fixed order. */
export async function realTexts(): Promise<RealText[]> {
  return [...telegramPosts(), ...(await tengrinewsArticles())].filter(({ text }) => text !== "");
}

function telegramPosts(): RealText[] {
  return readdirSync(TELEGRAM)
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(`${TELEGRAM}/${file}`, "utf8")) as Message[])
    .map(({ message_id, channel, date, text }) => ({
      id: `${channel}/${message_id}`,
      channel,
      publishedAt: Date.parse(date),
      title: "",
      text: normalise(text ?? ""),
    }));
}

async function tengrinewsArticles(): Promise<RealText[]> {
  const database = await openDatabase({ spill: join(tmpdir(), "tengrinews.spill") });
  const result = await database.connection.runAndReadAll(
    `select page_id::varchar as id, epoch_ms(datetime)::double as at, title, content
     from read_parquet('${TENGRINEWS}')
     order by id`,
  );
  database.close();
  return result.getRowObjects().map(({ id, at, title, content }) => ({
    id: `tengrinews/${id}`,
    channel: "tengrinews",
    publishedAt: Number(at),
    title: normalise(String(title)),
    text: normalise(String(content)),
  }));
}
