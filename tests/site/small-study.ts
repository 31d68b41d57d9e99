import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const definition = `
id: small
title: { en: A small study }
synthetic: true
window: { from: 2024-01-01, to: 2024-12-31 }
time_zone: UTC
languages: [ru]
report_languages: [en]
threshold: 5
contact: nobody@study.example
citation: { authors: [Nobody] }
corpora: [{ id: all, title: { en: All }, description: { en: All posts } }]
scopes: [{ id: all, title: { en: All }, description: { en: All posts } }]
questions: [{ id: q, text: { en: What? }, stakeholder: { en: Anyone } }]
platforms: [{ id: news, title: { en: News }, hosts: ["*"] }]
`;

const topics = `
- id: school
  title: { en: School }
  query: { ru: школ* }
`;

const sources = `
- { id: book, type: book, title: A book }
`;

const table = `-- title: Posts by scope
-- population: posts
-- unit: post
-- key: [scope]
-- columns:
--   scope: [id, the scope]
--   posts: [count, posts]
-- cell: { count: posts }
select scope, count(*) as posts
from posts
group by scope
order by scope
`;

const query = `-- title: Posts
-- question: How many?
-- population: posts
-- unit: post
-- method: /index
-- key: [scope]
-- columns:
--   scope: [id, the scope]
--   posts: [count, posts]
select scope, posts
from posts_by_scope
order by scope
`;

/** A study in a folder of its own, with the captures that a test gives it; synthetic, one topic, one counted table, one query. */
export class SmallStudy {
  readonly folder = mkdtempSync(join(tmpdir(), "study-"));

  constructor(captures: string, files: Readonly<Record<string, string | Buffer>>) {
    const all: Record<string, string | Buffer> = {
      "study/study.yml": `${definition}captures:\n${captures}`,
      "study/topics.yml": topics,
      "study/sources.yml": sources,
      "src/index.md": "# Small\n",
      "src/tables/posts_by_scope.sql": table,
      "src/posts.sql": query,
      ...files,
    };
    for (const [name, content] of Object.entries(all)) this.write(name, content);
  }

  write(name: string, content: string | Buffer): void {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The `captures` entry of one kind. */
export function capture(id: string, kind: string, files: string, more = ""): string {
  return `  - { id: ${id}, kind: ${kind}, files: ["${files}"], corpus: all, scope: all${more === "" ? "" : `, ${more}`} }\n`;
}
