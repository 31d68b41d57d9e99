import { type Column, posts } from "../tables.ts";

/**
 * The columns of one capture entry's posts, before the entries are merged: those of `posts` but the story, which
 * is known only then, and three by which repeated captures and copies are told.
 */
export const partitionColumns: readonly Column[] = [
  ...posts.columns.filter(({ name }) => name !== "story_id"),
  {
    name: "story_key",
    type: "VARCHAR",
    nullable: true,
    unit: "32 hex digits",
    meaning: "digest of the words of title and text, alike for copies; null where there are no words",
  },
  {
    name: "captured_at",
    type: "TIMESTAMP",
    nullable: true,
    unit: "UTC",
    meaning: "when the capture was made; null where it does not say",
  },
  {
    name: "position",
    type: "BIGINT",
    nullable: false,
    unit: "from 1",
    meaning: "place in the entry: files in the order of their names, records in the file's order",
  },
];
