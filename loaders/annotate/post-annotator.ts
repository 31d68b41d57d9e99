import { compile } from "../query/compile.ts";
import type { Hit } from "../query/match.ts";
import { ingressEndOf } from "../query/post.ts";
import { Vocabulary } from "../query/vocabulary.ts";
import { WordStream } from "../query/word-stream.ts";
import type { Study } from "../study/types.ts";
import { conceptAnnotator } from "./concepts.ts";
import { type GenderMention, genderAnnotator } from "./gender.ts";
import { collectHashtags } from "./hashtags.ts";
import { PatternSet } from "./patterns.ts";
import { type Places, placeAnnotator } from "./places.ts";
import { TermCounts } from "./term-counts.ts";

/** What annotating needs of a study: all of it is plain data, so that a step can declare it as its parameters. */
export type AnnotationStudy = Pick<
  Study,
  "topics" | "barriers" | "programmes" | "disabilities" | "gender" | "regions" | "organisations"
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
}

/** What annotating reads of a post. The last three are what `language:`, `socialType:` and `site:` ask for. */
export interface AnnotatedPost {
  title: string | null;
  text: string;
  sourceId: string;
  language?: string;
  platform?: string;
  outlet?: string | null;
}

export interface PostAnnotator {
  annotate(post: AnnotatedPost): Annotation;
  /** Word counts of the post last annotated, by type of `vocabulary`. */
  readonly terms: TermCounts;
  readonly vocabulary: Vocabulary;
}

/**
 * Compiles all the words of a study into one matcher, which reads title and text of a post once each.
 * Throws on a query or pattern that can't be read, naming where in the study it stands.
 */
export function postAnnotator(study: AnnotationStudy): PostAnnotator {
  const set = new PatternSet();
  const topicsOf = conceptAnnotator("topic", study.topics, set);
  const barriersOf = conceptAnnotator("barrier", study.barriers, set);
  const programmesOf = conceptAnnotator("programme", study.programmes, set);
  const disabilitiesOf = conceptAnnotator("disability", study.disabilities, set);
  const genderOf = genderAnnotator(study.gender, set);
  const placesOf = placeAnnotator(study.regions, study.organisations, set);

  const vocabulary = new Vocabulary();
  const matcher = compile(set.patterns, vocabulary);
  const stream = new WordStream(vocabulary);
  const terms = new TermCounts();

  function read(text: string, hashtags: Set<string>): readonly Hit[] {
    stream.read(text);
    terms.add(stream, text);
    collectHashtags(text, stream.tokens, hashtags);
    return matcher.match(stream);
  }

  return {
    terms,
    vocabulary,
    annotate({ title, text, sourceId, language, platform, outlet }) {
      terms.begin();
      const hashtags = new Set<string>();
      const hits = {
        title: title === null ? [] : read(title, hashtags),
        text: read(text, hashtags),
        ingressEnd: ingressEndOf(text),
        values: { language, socialType: platform, site: outlet },
      };
      return {
        tokens: terms.words,
        topics: topicsOf(hits),
        barriers: barriersOf(hits),
        programmes: programmesOf(hits),
        disabilities: disabilitiesOf(hits),
        hashtags: [...hashtags],
        places: placesOf(hits, sourceId),
        gender: genderOf(hits),
      };
    },
  };
}
