import { expect, test } from "vitest";
import { loadStudy } from "../../loaders/study/load.ts";
import { edited, mistakesOf, writeStudy } from "./small-study.ts";

const tone = "pt:\n  positive: [bom, boa*]\n  negative: [ruim]\n  negation: { before: [não] }\n";
const places = 'not_a_place: { pt: ["rua {*}"] }\nelsewhere: { pt: ["veio de {*}"] }\nand: { pt: [e] }\n';

test("the lexicons of tone and places and the outlets are read", async () => {
  const study = await loadStudy(
    writeStudy({
      "study/lexicons/tone.yml": tone,
      "study/lexicons/places.yml": places,
      "study/outlets.csv": "id,region\nnews.example.com,BR-RR\nworld.example.com,\n",
    }),
  );
  expect(study.tone).toEqual({
    pt: {
      positive: ["bom", "boa*"],
      negative: ["ruim"],
      negationBefore: ["não"],
      negationAfter: [],
      window: 1,
      intensifiers: [],
      except: [],
    },
  });
  expect(study.placeWords).toEqual({
    notPlace: { pt: ["rua {*}"] },
    elsewhere: { pt: ["veio de {*}"] },
    and: { pt: ["e"] },
  });
  expect(study.outlets).toEqual([{ id: "news.example.com", region: "BR-RR" }, { id: "world.example.com" }]);
});

test("a region's weak patterns are read beside its others", async () => {
  const changes = edited("regions.csv", "patterns\n", "patterns,weak\n");
  const file = "study/regions.csv";
  changes[file] = changes[file]!.split("\n")
    .map((line, index) => (index === 0 || line === "" ? line : `${line},${index === 1 ? "norte*" : ""}`))
    .join("\n");
  const { regions } = await loadStudy(writeStudy(changes));
  expect(regions.map(({ weak }) => weak)).toEqual([["norte*"], ...regions.slice(1).map(() => undefined)]);
});

test.each([
  [
    "a word of both tones",
    { "study/lexicons/tone.yml": tone.replace("[ruim]", "[bom]") },
    'study/lexicons/tone.yml:3:14: pt.negative[1]: found "bom", expected each word once; it stands in positive already',
  ],
  [
    "a wildcard beside too few letters in a negation",
    { "study/lexicons/tone.yml": tone.replace("[não]", "[n*]") },
    "study/lexicons/tone.yml:4:24: pt.negation.before[1]: found n*, expected at least 2 letters beside a wildcard; write the word's forms out instead",
  ],
  [
    "a language that the study has no queries in",
    { "study/lexicons/tone.yml": tone.replace("pt:", "fr:") },
    'study/lexicons/tone.yml:1:1: fr: found the language "fr", expected a language of study.yml: pt, es',
  ],
  [
    "a context without the name",
    { "study/lexicons/places.yml": places.replace("rua {*}", "rua") },
    'study/lexicons/places.yml:1:21: not_a_place.pt[1]: found "rua", expected words and, once, the place\'s name in braces, such as "street {*}"',
  ],
  [
    "a name alone",
    { "study/lexicons/places.yml": places.replace("rua {*}", "{*}") },
    'study/lexicons/places.yml:1:21: not_a_place.pt[1]: found "{*}", expected words and, once, the place\'s name in braces, such as "street {*}"',
  ],
  [
    "an outlet's unknown region",
    { "study/outlets.csv": "id,region\nnews.example.com,BR-XX\n" },
    'study/outlets.csv:2:18: region: found "BR-XX", expected an id of regions.csv',
  ],
  [
    "an outlet that is no host",
    { "study/outlets.csv": "id,region\nhttps://news.example.com,\n" },
    'study/outlets.csv:2:1: id: found "https://news.example.com", expected a host name such as "news.example.com"',
  ],
])("%s", async (_name, changes, line) => {
  expect((await mistakesOf(changes)).join("\n")).toContain(line);
});
