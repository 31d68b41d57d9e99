import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { loadStudy } from "../../loaders/study/load.ts";
import { StudyError } from "../../loaders/study/mistake.ts";

/** The smallest study that holds one of everything; of another country, in other languages than the workspace's. */
export const smallStudy: Readonly<Record<string, string>> = {
  "study/study.yml": `id: river-water
title: { en: River water, pt: Água do rio }
synthetic: false
window: { from: 2020-01-01, to: 2020-12-31 }
time_zone: America/Manaus
languages: [pt, es]
report_languages: [en, pt]
threshold: 3
contact: team@example.org
citation: { authors: [River team] }
corpora:
  - { id: public, title: { en: Public }, description: { en: Anyone } }
scopes:
  - { id: water, title: { en: Water }, description: { en: Water at large } }
questions:
  - { id: what, text: { en: "What is said?" }, stakeholder: { en: Residents } }
platforms:
  - { id: telegram, title: { en: Telegram }, hosts: [t.me] }
  - { id: news, title: { en: News }, hosts: ["*"] }
captures:
  - id: articles
    kind: table
    format: csv
    files: [../raw/*.csv]
    corpus: public
    scope: water
    platform: news
    columns:
      native_id: link
      published_at: { from: when, format: "%d/%m/%Y", time_zone: America/Manaus }
      text: body
      source: { value: archive }
boundaries: { file: study/boundaries.geojson, property: map_unit, source: census }
`,
  "study/topics.yml": `- id: flood
  title: { en: Flood, pt: Enchente }
  query:
    pt: >-
      enchente* OR
      "cheia* do rio"
    es: inundaci*
`,
  "study/sources.yml": `- id: census
  type: dataset
  title: Census
  facts:
    residents: { value: 120, unit: residents }
`,
  "study/lexicons/gender.yml": `boys:
  words: { pt: [menino*] }
girls:
  words: { pt: [menina*] }
  except: { pt: ["menina* dos olhos"] }
`,
  "study/regions.csv": `id,name_en,name_pt,type,since,map_unit,population_2020,population_source,patterns
BR-AM,Amazonas,Amazonas,region,,north,100,census,amazonas;manaus*
BR-RR,Roraima,Roraima,region,1988-10-05,north,20,census,roraim*;boa vista
`,
  "study/map_units.csv": "id,name_en\nnorth,North\n",
  "study/organisations.csv": `id,name_en,type,region,telegram,website
river-watch,River Watch,NGO,BR-AM,riverwatch,https://river.example
`,
  "study/boundaries.geojson": `{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"map_unit":"north"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[0,0]]]}}
]}
`,
};

/** Replaces a piece of one of the small study's files; the piece must be there. */
export function edited(file: string, piece: string, by: string): Record<string, string> {
  const text = smallStudy[`study/${file}`];
  if (text === undefined || !text.includes(piece)) throw new Error(`no ${JSON.stringify(piece)} in ${file}`);
  return { [`study/${file}`]: text.replace(piece, by) };
}

/** Writes the small study, with other files in place of some and without those that are null, into a new folder. */
export function writeStudy(changes: Record<string, string | null> = {}): string {
  const home = mkdtempSync(join(tmpdir(), "study-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  for (const [name, text] of Object.entries({ ...smallStudy, ...changes })) {
    if (text === null) continue;
    mkdirSync(dirname(join(home, name)), { recursive: true });
    writeFileSync(join(home, name), text);
  }
  return home;
}

/** The lines of the error that loading the changed small study gives, without the folder's name. */
export async function mistakesOf(changes: Record<string, string | null>): Promise<string[]> {
  const home = writeStudy(changes);
  try {
    await loadStudy(home);
    return [];
  } catch (error) {
    if (!(error instanceof StudyError)) throw error;
    return error.message.split("\n").map((line) => line.replaceAll(`${home}/`, ""));
  }
}
