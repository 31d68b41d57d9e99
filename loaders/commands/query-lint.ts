import { isStopWord } from "../language/stop-words.ts";
import { leavesOf, type Query } from "../query/ast.ts";
import { hasWildcard, leafLabel } from "../query/leaf-label.ts";
import { type Overlap, Overlaps } from "../query/lint/overlaps.ts";
import { isNeeded, WordShares } from "../query/lint/word-shares.ts";
import { parseQuery } from "../query/parse.ts";
import { harmless } from "../query/terminal-text.ts";
import { tooLong, warningsOf } from "../query/warnings.ts";
import type { Study } from "../study/study.ts";
import { exitCodes, type OptionValues, type Terminal, text, UsageError } from "./command.ts";
import { type ConceptQuery, families } from "./concept-queries.ts";
import { corpusPosts } from "./corpus-posts.ts";
import { type LexiconWord, lexiconWords } from "./lexicon-words.ts";
import { askedCorpus } from "./study-queries.ts";
import { type TakenByWildcard, WildcardReader } from "./wildcard-reader.ts";

/** A word of a query carries it from this share of the query's posts on, if the query has other words. */
const CARRIES = 0.8;
/** Overlaps are listed from this Jaccard index, or where one concept seldom stands without the other. */
const OVERLAPS = 0.2;
const CONTAINED = 0.8;
/**
 * Lemmas that share fewer of their letters with the one that a wildcard takes most are listed, and that one where the
 * wildcard's letters are fewer of its own: a short stem may take nothing but another word.
 */
const UNLIKE = 2 / 3;
const MOST_FORMS = 4;
/** Without `--least`. */
const LEAST_TAKEN = 3;

interface Linted {
  query: ConceptQuery;
  parsed: Query;
  shares: WordShares;
}

/** Prints what is doubtful in a study's queries and lexicon words, with counts of posts from the corpus. */
export async function lintQueries(
  study: Study,
  queries: readonly ConceptQuery[],
  values: OptionValues,
  files: { posts: string; spill: string },
  terminal: Terminal,
): Promise<number> {
  const least = numberOf(values, "least") ?? LEAST_TAKEN;
  const longest = numberOf(values, "longest");
  const corpus = askedCorpus("query", values, study);
  const linted = queries.map((query): Linted => {
    const parsed = parseQuery(query.text);
    return { query, parsed, shares: new WordShares([...new Set(leavesOf(parsed).map(leafLabel))]) };
  });
  const lexicon = lexiconWords(study);
  const reader = new WildcardReader(
    linted.map(({ parsed }) => parsed),
    lexicon.map(({ leaf }) => leaf),
  );
  const overlaps = new Map(families.map((family) => [family, new Overlaps()]));
  let posts = 0;
  for await (const post of corpusPosts(files, { corpus })) {
    posts += 1;
    const found = new Map<string, Set<string>>();
    for (const { query: index, evidence } of reader.read(post)) {
      const { query, shares } = linted[index]!;
      shares.add([...new Set(evidence.map(({ leaf }) => leafLabel(leaf)))]);
      const concepts = found.get(query.family) ?? new Set();
      found.set(query.family, concepts.add(query.concept.id));
    }
    for (const [family, concepts] of found)
      overlaps.get(family as ConceptQuery["family"])!.add([...concepts]);
  }

  const sections: [string, string[]][] = [
    ["What a platform may refuse, and what is seldom meant", linted.flatMap((one) => warned(one, longest))],
    ["Words that match no post", [...silent(linted, reader), ...silentInLexicon(lexicon, reader)]],
    ["Words that carry almost all posts of a query", linted.flatMap(carrying)],
    [
      "Concepts that stand in the same posts",
      [...overlaps].flatMap(([family, of]) => overlapping(family, of.found())),
    ],
    [
      "Other words that a wildcard takes",
      reader.taken().flatMap((taken) => takenLines(taken, least, placesOf(taken.label, linted, lexicon))),
    ],
  ];
  let findings = 0;
  for (const [title, lines] of sections) {
    terminal.print(`# ${title}: ${lines.length}`);
    for (const line of lines) terminal.print(harmless(line));
    terminal.print("");
    findings += lines.length;
  }
  terminal.print(
    `query: ${findings} findings in ${linted.length} queries and ${lexicon.length} lexicon words over ${posts} posts; nothing was ` +
      "written. A finding is no fault by itself: npm run kwic -- TOPIC shows the posts, then change the query's file.",
  );
  return exitCodes.done;
}

function numberOf(values: OptionValues, name: "least" | "longest"): number | undefined {
  const written = text(values, name);
  if (written === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(written))
    throw new UsageError(`query: found --${name} ${written}, expected a whole number from 1`);
  return Number(written);
}

function headOf({ query }: Linted): string {
  return `${query.concept.id} in ${query.language}`;
}

function warned(one: Linted, longest: number | undefined): string[] {
  const { query, parsed } = one;
  const warnings = [...tooLong(query.text, "your platform", longest), ...warningsOf(query.text, parsed)];
  return warnings.map(({ position, message }) => `${query.place(position)}: ${headOf(one)}: ${message}`);
}

function silent(linted: readonly Linted[], reader: WildcardReader): string[] {
  return linted.flatMap((one) =>
    leavesOf(one.parsed)
      .filter((leaf) => reader.postsOf(leafLabel(leaf)) === 0)
      .map((leaf) => `${one.query.place(leaf.start)}: ${headOf(one)}: ${leafLabel(leaf)}: 0 posts`),
  );
}

function silentInLexicon(lexicon: readonly LexiconWord[], reader: WildcardReader): string[] {
  return lexicon
    .filter(({ leaf }) => reader.postsOf(leafLabel(leaf)) === 0)
    .map(({ place, name, leaf }) => `${place}: ${name}: ${leafLabel(leaf)}: 0 posts`);
}

function carrying(one: Linted): string[] {
  const { query, parsed, shares } = one;
  const all = shares.found();
  if (all.length < 2) return [];
  return all
    .filter(({ label, posts, share }) => posts > 1 && share >= CARRIES && !isNeeded(parsed, label))
    .map(({ label, posts, alone, share }) => {
      const leaf = leavesOf(parsed).find((other) => leafLabel(other) === label)!;
      return (
        `${query.place(leaf.start)}: ${headOf(one)}: ${label}: ${posts} of ${shares.matched} posts ` +
        `(${percent(share)}), ${alone} by it alone; the query has ${all.length} words`
      );
    });
}

function overlapping(family: string, found: readonly Overlap[]): string[] {
  return found
    .filter(({ both, jaccard, ofRarer }) => both > 1 && (jaccard >= OVERLAPS || ofRarer >= CONTAINED))
    .map(
      ({ one, other, both, ofOne, ofOther, jaccard, ofRarer }) =>
        `${family}: ${one} (${ofOne} posts) and ${other} (${ofOther}): ${both} posts have both, ` +
        `${percent(ofRarer)} of the rarer; Jaccard ${jaccard.toFixed(2)}`,
    );
}

/** Where a word stands: in each query that has it, and in the lexicon. */
function placesOf(label: string, linted: readonly Linted[], lexicon: readonly LexiconWord[]) {
  const inQueries = linted.flatMap((one) =>
    leavesOf(one.parsed)
      .filter((leaf) => hasWildcard(leaf) && leafLabel(leaf) === label)
      .map((leaf) => ({ place: one.query.place(leaf.start), name: headOf(one), takesBack: undefined })),
  );
  return [...inQueries, ...lexicon.filter(({ leaf }) => leafLabel(leaf) === label)];
}

function takenLines(
  { label, lemmas }: TakenByWildcard,
  least: number,
  places: readonly Pick<LexiconWord, "place" | "name" | "takesBack">[],
): string[] {
  const letters = [...label.replace(/[*?]/gu, "")].length;
  const other = lemmas.filter(
    ({ lemma, language, occurrences, form }) =>
      occurrences >= least &&
      (form < UNLIKE || letters / [...lemma].length < UNLIKE) &&
      !isStopWord(lemma, language),
  );
  const [first, ...rest] = places;
  if (first === undefined || other.length === 0) return [];
  const all = lemmas.reduce((sum, { occurrences }) => sum + occurrences, 0);
  const heads = lemmas.filter(({ lemma, head }) => lemma === head);
  const words = other.map(({ lemma, language, occurrences, posts, forms, head, form, company }) => {
    const back = places.some(({ takesBack }) => takesBack !== undefined && forms.every(takesBack));
    const why =
      lemma === head
        ? `the stem has ${letters} of its ${[...lemma].length} letters`
        : `form ${form.toFixed(2)}, company ${company.toFixed(2)}`;
    return (
      `${lemma} (${language}) ${occurrences} in ${posts} posts as ${forms.slice(0, MOST_FORMS).join(", ")} ` +
      `[${why}${back ? ", taken back by except" : ""}]`
    );
  });
  const mostly = heads
    .map(({ lemma, language, occurrences }) => `${lemma} (${language}) ${occurrences}`)
    .join(", ");
  const also =
    rest.length === 0 ? "" : `; the word stands also at ${rest.map(({ place }) => place).join(", ")}`;
  return [
    `${first.place}: ${first.name}: ${label} takes ${all} words, mostly ${mostly}; and ${words.join("; ")}${also}`,
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
