import { type Column, posts } from "../tables.ts";

/**
 * The columns of one capture entry's posts, before the entries are merged: those of `posts` but the story, which
 * is known only then, and two by which repeated captures are told.
 */
export const partitionColumns: readonly Column[] = [
  ...posts.columns.filter(({ name }) => name !== "story_id"),
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
