import { type LatinReading, latinReadingOf } from "../language/latin-reading.ts";
import { compile } from "../query/compile.ts";
import type { Hit } from "../query/match.ts";
import { ingressEndOf } from "../query/post.ts";
import { Vocabulary } from "../query/vocabulary.ts";
import { WordStream } from "../query/word-stream.ts";
import type { Study } from "../study/study.ts";
import { conceptAnnotator } from "./concepts.ts";
import { EvidenceList, type EvidenceRow } from "./evidence.ts";
import { type GenderMention, genderAnnotator } from "./gender.ts";
import { genderVariants, type VariantMention } from "./gender-variants.ts";
import { collectHashtags } from "./hashtags.ts";
import { NeighbourList } from "./neighbours.ts";
import { type OutletPlace, outletPlaces } from "./outlet-place.ts";
import { PatternSet } from "./patterns.ts";
import { type Places, placeAnnotator } from "./places.ts";
import { QueryWordList, type QueryWordRow } from "./query-words.ts";
import { TermCounts } from "./term-counts.ts";
import { type Tone, toneAnnotator } from "./tone.ts";

/** What annotating needs of a study: all of it is plain data, so that a step can declare it as its parameters. */
export type AnnotationStudy = Pick<
  Study,
  | "topics"
  | "barriers"
  | "programmes"
  | "disabilities"
  | "gender"
  | "tone"
  | "placeWords"
  | "regions"
  | "organisations"
  | "outlets"
>;

export interface Annotation {
  tokens: number;
  topics: string[];
  barriers: string[];
  programmes: string[];
  disabilities: string[];
  hashtags: string[];
  places: Places;
  gender: GenderMention;
  genderVariants: VariantMention[];
  tone: Tone;
  outlet: OutletPlace;
}

/**
 * What annotating reads of a post. Language, platform and outlet are what `language:`, `socialType:` and `site:` ask for;
 * the language also decides whose words carry a tone and, with the script, how Latin words are read, the outlet where it is at home.
 */
export interface AnnotatedPost {
  title: string | null;
  text: string;
  sourceId: string;
  language?: string;
  /** The alphabet of most letters. */
  script?: string;
  platform?: string;
  outlet?: string | null;
}

export interface PostAnnotator {
  annotate(post: AnnotatedPost): Annotation;
  /** Word counts of the post last annotated, by type of `vocabulary`. */
  readonly terms: TermCounts;
  /** Words that stand next to each other in the post last annotated. */
  readonly neighbours: NeighbourList;
  /** What the annotations of the post last annotated rest on; empty unless asked for. */
  readonly evidence: readonly EvidenceRow[];
  /** The words of the study's queries to which it owes its concepts; empty unless asked for. */
  readonly queryWords: readonly QueryWordRow[];
  readonly vocabulary: Vocabulary;
}

/**
 * Compiles all the words of a study into one matcher, which reads title and text of a post once each.
 * With `evidence` it also keeps the words
 * that each annotation rests on, with `queryWords` the queries' words that took them. Throws on a query or pattern that can't be read, naming where in the study it stands.
 */
export function postAnnotator(
  study: AnnotationStudy,
  options: { evidence?: boolean; queryWords?: boolean } = {},
): PostAnnotator {
  const set = new PatternSet();
  const topicsOf = conceptAnnotator("topic", study.topics, set);
  const barriersOf = conceptAnnotator("barrier", study.barriers, set);
  const programmesOf = conceptAnnotator("programme", study.programmes, set);
  const disabilitiesOf = conceptAnnotator("disability", study.disabilities, set);
  const genderOf = genderAnnotator(study.gender, set);
  const variantsOf = genderVariants(study.gender, set);
  const placesOf = placeAnnotator(study.regions, study.organisations, study.placeWords, set);
  const toneOf = toneAnnotator(study.tone, set);
  const outletOf = outletPlaces(study.organisations, study.outlets ?? []);

  const vocabulary = new Vocabulary();
  const matcher = compile(set.patterns, vocabulary);
  const stream = new WordStream(vocabulary);
  const terms = new TermCounts();
  const neighbours = new NeighbourList();
  const list = new EvidenceList();
  const evidence = options.evidence === true ? list : undefined;
  const wordList = new QueryWordList();
  const words = options.queryWords === true ? wordList : undefined;

  function read(text: string, latin: LatinReading, hashtags: Set<string>): readonly Hit[] {
    stream.read(text);
    terms.add(stream, text);
    neighbours.add(stream, text);
    collectHashtags(text, stream.tokens, hashtags);
    return matcher.match(stream, latin);
  }

  return {
    terms,
    neighbours,
    vocabulary,
    evidence: list.rows,
    queryWords: wordList.rows,
    annotate({ title, text, sourceId, language, script, platform, outlet }) {
      const latin = latinReadingOf(language, script);
      terms.begin();
      neighbours.begin();
      evidence?.begin(title, text);
      words?.begin();
      const hashtags = new Set<string>();
      const hits = {
        title: title === null ? [] : read(title, latin, hashtags),
        text: read(text, latin, hashtags),
        ingressEnd: ingressEndOf(text),
        values: { language, socialType: platform, site: outlet },
      };
      return {
        tokens: terms.words,
        topics: topicsOf(hits, evidence, words),
        barriers: barriersOf(hits, evidence, words),
        programmes: programmesOf(hits, evidence, words),
        disabilities: disabilitiesOf(hits, evidence, words),
        hashtags: [...hashtags],
        places: placesOf(hits, { title, text, latin }, sourceId, evidence),
        gender: genderOf(hits, { title, text, language }, evidence),
        genderVariants: variantsOf(hits, { title, text, language }),
        tone: toneOf(hits, { title: title ?? "", text }, language, evidence),
        outlet: outletOf(sourceId, outlet),
      };
    },
  };
}
