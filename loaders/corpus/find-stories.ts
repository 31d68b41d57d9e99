import { type DuckDBConnection, DuckDBDataChunk, INTEGER } from "@duckdb/node-api";
import { StoryFinder } from "../language/near-duplicates/story-finder.ts";

const CHUNK_ROWS = 2048;

/** Title and body are read as one text: what stands above a copy in one place is its first line in another. */
const TEXTS = `
select
  settled.age,
  case when captured.title is null then captured.text else captured.title || chr(10) || captured.text end
from captured
join settled on captured.entry = settled.entry and captured."position" = settled."position"`;

/**
 * Finds near-copies among the posts of the tables `settled` (`entry`, `position`, `age`: 0 for the earliest) and
 * `captured` (`title`, `text`), and writes the table `copies`: `age`, and `face`, the age of the earliest post of
 * its story, for each post that is not the earliest itself.
 */
export async function findStories(connection: DuckDBConnection, threshold: number): Promise<void> {
  const finder = new StoryFinder(threshold);
  const result = await connection.stream(TEXTS);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    const [ages, texts] = chunk.getColumns() as [number[], string[]];
    for (let i = 0; i < ages.length; i++) finder.add(ages[i]!, texts[i]!);
  }
  await connection.run("create table copies (age integer, face integer)");
  const appender = await connection.createAppender("copies");
  let ages: number[] = [];
  let faces: number[] = [];
  const flush = () => {
    const chunk = DuckDBDataChunk.create([INTEGER, INTEGER]);
    chunk.setColumns([ages, faces]);
    appender.appendDataChunk(chunk);
    ages = [];
    faces = [];
  };
  finder.stories().forEach((face, age) => {
    if (face === age) return;
    ages.push(age);
    faces.push(face);
    if (ages.length === CHUNK_ROWS) flush();
  });
  if (ages.length > 0) flush();
  appender.closeSync();
}
