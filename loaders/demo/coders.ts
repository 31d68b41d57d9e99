/**
 * Two invented coders of the demo's posts and an arbiter of what they disagree on. They know the truth table and err as
 * people do. No person coded anything: whoever reads their sheets must say so (`validate read --invented`).
 */
import { readFile } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { type Random, random } from "./prng.ts";

/** One item of a sample: what its question is, and the post, by the key that coders never see. */
export interface CodedItem {
  readonly item: string;
  /** `topics/autism`, `gender`, `places`. */
  readonly question: string;
  readonly post_id: string;
}

/** What a post is, by the truth table. */
export interface TrueAnswers {
  readonly concepts: Readonly<Record<string, ReadonlySet<string>>>;
  readonly gender: string;
  readonly region: string;
}

/** The truth table's name of each concept of the study that it knows; no invented coder can code another. */
export const truthNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  topics: {
    autism: "autism",
    "cerebral-palsy": "cerebral-palsy",
    "early-intervention": "early-intervention",
    "teacher-capacity": "teacher-capacity",
    infrastructure: "infrastructure",
    "home-schooling": "home-schooling",
    "special-schools": "special-schools",
    violence: "violence",
    "national-testing": "national-testing",
    consultation: "pmpc",
    parents: "parents",
    "assistive-technology": "assistive-technology",
    digitisation: "digitisation",
  },
  barriers: {
    violence: "violence",
    infrastructure: "infrastructure",
    stigma: "stigma",
    funding: "money",
    "consultation-load": "pmpc-workload",
    materials: "materials-in-kazakh",
  },
  programmes: { "educated-nation": "educated-nation", "comfort-school": "comfort-school" },
  disabilities: {
    autism: "autism",
    "cerebral-palsy": "cerebral-palsy",
    "down-syndrome": "down-syndrome",
    hearing: "hearing",
    sight: "vision",
    intellectual: "intellectual",
    speech: "speech",
  },
};

/** The truth by post id: the first 64 bits of SHA-256 of platform and native id, as the study names posts. */
export async function readTrueAnswers(path: string): Promise<Map<string, TrueAnswers>> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const list = (name: string) => `to_json(first(${name}))::varchar`;
  const reader = await connection.runAndReadAll(
    `select substr(sha256(platform || chr(10) || native_id), 1, 16), ${list("topics")}, ${list("barriers")},
       ${list("programmes")}, ${list("disabilities")}, first(gender), coalesce(first(region), 'none')
     from read_parquet('${path.replaceAll("'", "''")}') where not broken group by 1`,
  );
  const rows = reader.getRows() as string[][];
  connection.closeSync();
  instance.closeSync();
  const set = (json: string | undefined) => new Set(JSON.parse(json ?? "[]") as string[]);
  return new Map(
    rows.map(([id, topics, barriers, programmes, disabilities, gender, region]) => [
      id!,
      {
        concepts: {
          topics: set(topics),
          barriers: set(barriers),
          programmes: set(programmes),
          disabilities: set(disabilities),
        },
        gender: gender!,
        region: region!,
      },
    ]),
  );
}

/** The true answer to an item; undefined where the truth table has none. */
export function trueAnswer(
  { question, post_id }: Pick<CodedItem, "question" | "post_id">,
  truth: ReadonlyMap<string, TrueAnswers>,
): string | undefined {
  const post = truth.get(post_id);
  if (post === undefined) return undefined;
  if (question === "gender") return post.gender;
  if (question === "places") return post.region;
  const [family = "", concept = ""] = question.split("/");
  const name = truthNames[family]?.[concept];
  return name === undefined ? undefined : post.concepts[family]!.has(name) ? "1" : "0";
}

export interface CoderErrors {
  /** Share of posts with an answer in which the coder finds none. */
  readonly missed: number;
  /** Share of posts without an answer in which the coder finds one. */
  readonly alarmed: number;
  /** Share of posts that the coder can't tell. */
  readonly unsure: number;
}

/** The two coders: one careful, one in a hurry. */
export const inventedCoders: Readonly<Record<string, CoderErrors>> = {
  "coder-1": { missed: 0.03, alarmed: 0.005, unsure: 0.01 },
  "coder-2": { missed: 0.05, alarmed: 0.01, unsure: 0.02 },
};

/** What a coder answers to each item that the truth table has an answer to. */
export function inventedCodes(
  name: string,
  items: readonly CodedItem[],
  truth: ReadonlyMap<string, TrueAnswers>,
  errors: CoderErrors,
  seed: number,
): Map<string, string> {
  const source = random(seed, `coder ${name}`);
  const classes: Readonly<Record<string, readonly string[]>> = {
    gender: ["boys", "girls", "both"],
    places: [...new Set([...truth.values()].map(({ region }) => region))]
      .filter((id) => id !== "none")
      .sort(),
  };
  const codes = new Map<string, string>();
  for (const item of items) {
    const answer = trueAnswer(item, truth);
    if (answer !== undefined)
      codes.set(item.item, code(answer, classes[item.question] ?? ["1"], errors, source));
  }
  return codes;
}

function code(answer: string, found: readonly string[], errors: CoderErrors, source: Random): string {
  const nothing = found.length === 1 ? "0" : "none";
  if (source.chance(errors.unsure)) return "?";
  if (answer === nothing) return source.chance(errors.alarmed) ? source.pick(found) : answer;
  return source.chance(errors.missed) ? nothing : answer;
}

/** What the arbiter says of the items on which the coders differ or can't tell: the truth. */
export function decidedCodes(
  items: readonly CodedItem[],
  truth: ReadonlyMap<string, TrueAnswers>,
  coders: readonly ReadonlyMap<string, string>[],
): Map<string, string> {
  const decided = new Map<string, string>();
  for (const item of items) {
    const codes = coders.flatMap((one) => one.get(item.item) ?? []);
    if (codes.length === 0 || (new Set(codes).size === 1 && codes[0] !== "?")) continue;
    decided.set(item.item, trueAnswer(item, truth)!);
  }
  return decided;
}

/** A sheet without texts: item, question and code. */
export function codeSheet(items: readonly CodedItem[], codes: ReadonlyMap<string, string>): string {
  const rows = items.flatMap(({ item, question }) => {
    const answer = codes.get(item);
    return answer === undefined ? [] : [`${item},${question},${answer}`];
  });
  return `${["item,question,code", ...rows].join("\n")}\n`;
}

/** The items of a sample's `key.csv`, whose fields hold neither commas nor quotes. */
export async function readItems(path: string): Promise<CodedItem[]> {
  const [header = "", ...lines] = (await readFile(path, "utf8")).replace(/^\uFEFF/, "").split(/\r?\n/);
  const at = (name: string) => header.split(",").indexOf(name);
  const [item, question, post] = [at("item"), at("question"), at("post_id")];
  return lines
    .filter((line) => line !== "")
    .map((line) => line.split(","))
    .map((cells) => ({ item: cells[item]!, question: cells[question]!, post_id: cells[post]! }));
}
