import { describe, expect, test } from "vitest";
import { edited, mistakesOf, smallStudy } from "./small-study.ts";

const regionLine = "BR-RR,Roraima,Roraima,region,1988-10-05,north,20,census,roraim*;boa vista";

describe("one mistake gives one line with its place", () => {
  test.each<[string, Record<string, string | null>, string]>([
    [
      "an unknown corpus",
      edited("study.yml", "corpus: public", "corpus: publik"),
      'study/study.yml:25:13: captures[articles].corpus: found "publik", expected one of corpora: public (did you mean "public"?)',
    ],
    [
      "an unknown scope",
      edited("study.yml", "scope: water", "scope: air"),
      'study/study.yml:26:12: captures[articles].scope: found "air", expected one of scopes: water',
    ],
    [
      "an unknown platform",
      edited("study.yml", "platform: news", "platform: newz"),
      'study/study.yml:27:15: captures[articles].platform: found "newz", expected one of platforms: telegram, news (did you mean "news"?)',
    ],
    [
      "a reversed window",
      edited("study.yml", "to: 2020-12-31", "to: 2019-12-31"),
      'study/study.yml:4:33: window.to: found "2019-12-31", expected a day on or after the window\'s first, "2020-01-01"; swap the two',
    ],
    [
      "a day that does not exist",
      edited("study.yml", "to: 2020-12-31", "to: 2020-02-30"),
      'study/study.yml:4:33: window.to: found "2020-02-30", expected a day that exists, such as "2022-06-08"',
    ],
    [
      "an unknown time zone",
      edited("study.yml", "time_zone: America/Manaus\n", "time_zone: America/Manau\n"),
      'study/study.yml:5:12: time_zone: found "America/Manau", expected an IANA time zone such as "Europe/Paris" (did you mean "America/Manaus"?)',
    ],
    [
      "an unknown key",
      edited("study.yml", "threshold: 3", "treshold: 3\nthreshold: 3"),
      'study/study.yml:8:1: treshold: found an unknown key "treshold", expected one of the keys id, title, synthetic, window, time_zone, languages, report_languages, threshold, stories, publish, contact, citation, corpora, scopes, questions, platforms, captures, collect, boundaries (did you mean "threshold"?)',
    ],
    [
      "a missing key",
      edited("study.yml", "contact: team@example.org\n", ""),
      'study/study.yml:1:1: contact: found no "contact", expected an e-mail address such as "team@example.org"',
    ],
    [
      "a value of another kind",
      edited("study.yml", "threshold: 3", "threshold: few"),
      'study/study.yml:8:12: threshold: found "few", expected a whole number of at least 1',
    ],
    [
      "a likeness of stories that nothing reaches",
      edited("study.yml", "threshold: 3", "threshold: 3\nstories: { threshold: 1.5 }"),
      "study/study.yml:9:23: stories.threshold: found 1.5, expected a number from 0.2 to 1",
    ],
    [
      "a value that is not of the list",
      edited("study.yml", "kind: table", "kind: tabel"),
      'study/study.yml:22:11: captures[articles].kind: found "tabel", expected "telegram-preview" or "telegram-export" or "instagram" or "vk" or "youtube" or "meltwater" or "table" or "web"',
    ],
    [
      "a kind whose platform the study does not list",
      {
        "study/study.yml": smallStudy["study/study.yml"]!.replace("kind: table\n    format: csv", "kind: vk")
          .replace("    platform: news\n", "")
          .replace(/ {4}columns:\n(?: {6}.*\n)+/u, ""),
      },
      'study/study.yml:22:11: captures[articles].kind: found "vk", expected a platform with the id "vk" in platforms, or the capture\'s "platform"',
    ],
    [
      "a column of Meltwater other than its date",
      {
        "study/study.yml": smallStudy["study/study.yml"]!.replace(
          "kind: table\n    format: csv",
          "kind: meltwater",
        )
          .replace(/ {6}native_id.*\n| {6}text.*\n| {6}source.*\n/gu, "")
          .replace("published_at", "text: Body\n      published_at"),
      },
      'study/study.yml:28:7: captures[articles].columns.text: found "text", expected only "published_at" for kind "meltwater", whose columns are known; remove it',
    ],
    [
      "an unknown column target",
      edited("study.yml", "text: body", "text: body\n      titel: head"),
      'study/study.yml:32:7: captures[articles].columns.titel: found an unknown key "titel", expected one of the keys native_id, published_at, title, text, source, outlet, views, likes, comments, shares (did you mean "title"?)',
    ],
    [
      "a column source with an unknown key",
      edited("study.yml", "{ value: archive }", "{ vale: archive, from: x }"),
      'study/study.yml:32:17: captures[articles].columns.source.vale: found an unknown key "vale", expected one of the keys from, format, value, time_zone, prefix (did you mean "value"?)',
    ],
    [
      "a column source with neither column nor value",
      edited("study.yml", "{ value: archive }", '{ prefix: "x" }'),
      'study/study.yml:32:15: captures[articles].columns.source: found neither "from" nor "value", expected one of the two: "from" reads a column, "value" is the same for all',
    ],
    [
      "a column source of another kind",
      edited("study.yml", "text: body", "text: 5"),
      "study/study.yml:31:13: captures[articles].columns.text: found 5, expected text that is not empty, or a mapping of keys to values",
    ],
    [
      "a table without columns",
      edited("study.yml", smallStudy["study/study.yml"]!.match(/ {4}columns:\n(?: {6}.*\n)+/)![0], ""),
      'study/study.yml:21:5: captures[articles]: found no "columns", expected it for a capture of kind "table"',
    ],
    [
      "a table without a column that every post needs",
      edited("study.yml", "native_id: link", "title: link"),
      'study/study.yml:29:7: captures[articles].columns: found no "native_id", expected a source for it: no post is without',
    ],
    [
      "files outside of the study's reach",
      edited("study.yml", "[../raw/*.csv]", "[/raw/*.csv]"),
      'study/study.yml:24:13: captures[articles].files[1]: found "/raw/*.csv", expected a path or glob relative to the study\'s home, such as "raw/telegram/*.warc.gz"',
    ],
    [
      "a YAML syntax error",
      edited("topics.yml", "title: { en: Flood, pt: Enchente }", "title: { en: Flood, pt: Enchente"),
      'study/topics.yml:3:3: found "query:", expected valid YAML: Flow map in block collection must be sufficiently indented and end with a }',
    ],
    [
      "an empty query",
      edited("topics.yml", "es: inundaci*", 'es: ""'),
      'study/topics.yml:7:9: [flood].query.es: found an empty query, expected a query such as "river* OR flood*"; a language without a query is left out',
    ],
    [
      "a topic without a query",
      { "study/topics.yml": "- id: flood\n  title: { en: Flood }\n  query: {}\n" },
      "study/topics.yml:3:10: [flood].query: found no query, expected a query in at least one language of the study",
    ],
    [
      "a query that can't be read, at its second line",
      edited("topics.yml", '"cheia* do rio"', '"cheia* do rio'),
      'study/topics.yml:6:7: [flood].query.pt: found an opening ", expected a closing " after it; every quote needs its partner',
    ],
    [
      "a wildcard beside too few letters",
      edited("topics.yml", "enchente* OR", "en* OR"),
      "study/topics.yml:5:7: [flood].query.pt: found en*, expected at least 3 letters beside a wildcard; write the word's forms out instead",
    ],
    [
      "a query in a language that is not the study's",
      edited("topics.yml", "es: inundaci*", "fr: inondation*"),
      'study/topics.yml:7:5: [flood].query.fr: found the language "fr", expected a language of study.yml: pt, es',
    ],
    [
      "something that is no language",
      edited("topics.yml", "pt: Enchente", "portuguese: Enchente"),
      'study/topics.yml:2:23: [flood].title.portuguese: found the key "portuguese", expected a BCP-47 language code such as "en" or "pt-BR"',
    ],
    [
      "a title without the report's default language",
      edited("topics.yml", "{ en: Flood, pt: Enchente }", "{ pt: Enchente }"),
      'study/topics.yml:2:10: [flood].title: found only pt, expected also "en", the report\'s default language',
    ],
    [
      "a note in one language of two",
      edited("topics.yml", "  query:", "  note: { pt: Rios }\n  query:"),
      "study/topics.yml:3:9: [flood].note: found only pt, expected also en",
    ],
    [
      "a note in no language by name, where the report has two",
      edited("topics.yml", "  query:", "  note: Rivers\n  query:"),
      "study/topics.yml:3:9: [flood].note: found one text, expected one per language of the report: en, pt",
    ],
    [
      "a second entry with an id",
      {
        "study/sources.yml": `${smallStudy["study/sources.yml"]}- { id: census, type: book, title: Again }\n`,
      },
      'study/sources.yml:6:9: [census].id: found a second "census", expected an id that no other entry has',
    ],
    [
      "a fact without a value",
      edited("sources.yml", "{ value: 120, unit: residents }", "{ unit: residents }"),
      'study/sources.yml:5:16: [census].facts.residents.value: found no "value", expected a number',
    ],
    [
      "a word that names both sexes",
      edited("lexicons/gender.yml", "[menina*]", "[menino*]"),
      'study/lexicons/gender.yml:4:17: girls.words.pt[1]: found "menino*", expected each word once; it stands in boys.words.pt already',
    ],
    [
      "a lexicon's wildcard beside too few letters",
      edited("lexicons/gender.yml", "[menino*]", "[menino*, m*]"),
      "study/lexicons/gender.yml:2:26: boys.words.pt[2]: found m*, expected at least 2 letters beside a wildcard; write the word's forms out instead",
    ],
    [
      "a region's code",
      edited("regions.csv", "BR-RR", "BR-99xx"),
      'study/regions.csv:3:1: id: found "BR-99xx", expected an ISO 3166-2 code such as "BR-AM"; two capitals, a hyphen, then one to three capitals or digits',
    ],
    [
      "an unknown map unit",
      edited("regions.csv", regionLine, regionLine.replace("north", "nort")),
      'study/regions.csv:3:41: map_unit: found "nort", expected an id of map_units.csv (did you mean "north"?)',
    ],
    [
      "a population that is not a number",
      edited("regions.csv", ",20,", ",20.5,"),
      'study/regions.csv:3:47: population_2020: found "20.5", expected a number of residents in digits only such as "785708"',
    ],
    [
      "an unknown source of the population",
      edited("regions.csv", "20,census", "20,cencus"),
      'study/regions.csv:3:50: population_source: found "cencus", expected an id of sources.yml (did you mean "census"?)',
    ],
    [
      "a pattern that two regions have",
      edited("regions.csv", "roraim*;", "manaus*;"),
      'study/regions.csv:3:57: patterns: found "manaus*", expected each pattern once; BR-AM has it already',
    ],
    [
      "a pattern with a wildcard beside too few letters",
      edited("regions.csv", "roraim*;", "r*;"),
      'study/regions.csv:3:57: patterns: found "r*", expected at least 2 letters beside a wildcard; write the word\'s forms out instead',
    ],
    [
      "an unknown column",
      edited("regions.csv", "since", "sinse"),
      'study/regions.csv:1:25: sinse: found an unknown column "sinse", expected one of the columns id, name_en, type, since, map_unit, population_2023, population_source, patterns, weak (did you mean "since"?)',
    ],
    [
      "a missing column",
      { "study/map_units.csv": "id\nnorth\n" },
      "study/map_units.csv:1:1: found the columns id, expected also a column name_en",
    ],
    [
      "a row that is too wide",
      edited("organisations.csv", "River Watch", "River, Watch"),
      "study/organisations.csv:2:1: found 7 cells, expected 6, as in the header; put cells that hold a comma in double quotes",
    ],
    [
      "broken quoting",
      edited("organisations.csv", "River Watch", 'River "Watch'),
      'study/organisations.csv:2:1: found broken quoting, expected comma-separated values (RFC 4180): Invalid Opening Quote: a quote is found on field 1 at line 2, value is "River "',
    ],
    [
      "an organisation's unknown region",
      edited("organisations.csv", "BR-AM", "BR-AC"),
      'study/organisations.csv:2:29: region: found "BR-AC", expected an id of regions.csv (did you mean "BR-AM"?)',
    ],
    [
      "an account with its at sign",
      edited("organisations.csv", "riverwatch", "@riverwatch"),
      'study/organisations.csv:2:35: telegram: found "@riverwatch", expected an account without "@" such as "river_news", or an address without spaces',
    ],
    [
      "boundaries without a map unit",
      edited("map_units.csv", "north,North\n", "north,North\nsouth,South\n"),
      'study/map_units.csv:3:1: id: found "south", expected a unit that at least one row of regions.csv names in map_unit\nstudy/boundaries.geojson:1:1: map_unit: found no feature "south", expected one for each unit of map_units.csv',
    ],
    [
      "boundaries of an unknown map unit",
      edited("boundaries.geojson", '"map_unit":"north"', '"map_unit":"norht"'),
      'study/boundaries.geojson:1:1: map_unit: found no feature "north", expected one for each unit of map_units.csv\nstudy/boundaries.geojson:2:44: map_unit: found "norht", expected an id of map_units.csv (did you mean "north"?)',
    ],
    [
      "boundaries that are not there",
      { "study/boundaries.geojson": null },
      'study/study.yml:33:21: boundaries.file: found no file "study/boundaries.geojson", expected a GeoJSON file at that path, relative to the study\'s home; or leave `boundaries` out',
    ],
    [
      "boundaries of an unknown source",
      edited("study.yml", "source: census", "source: sensus"),
      'study/study.yml:33:75: boundaries.source: found "sensus", expected an id of sources.yml (did you mean "census"?)',
    ],
    [
      "a missing file",
      { "study/topics.yml": null },
      "study/topics.yml:1:1: found no such file, expected a list of topics, each with id, title and a query per language",
    ],
    [
      "a file whose name is nearly right",
      { "study/barrier.yml": smallStudy["study/topics.yml"]! },
      'study/barrier.yml:1:1: found a file that nothing reads, expected "barriers.yml"; rename it',
    ],
    [
      "a file with another ending",
      { "study/organisations.csv": null, "study/organisations.CSV": smallStudy["study/organisations.csv"]! },
      'study/organisations.CSV:1:1: found a file that nothing reads, expected "organisations.csv"; rename it',
    ],
  ])("%s", async (_name, changes, line) => {
    expect((await mistakesOf(changes)).join("\n")).toBe(line);
  });
});

describe("all mistakes at once", () => {
  test("six mistakes in five files give six lines, by file and line", async () => {
    const study = smallStudy["study/study.yml"]!.replace(
      "America/Manaus\nlang",
      "Mars/Olympus\nlang",
    ).replace("corpus: public", "corpus: nobody");
    const lines = await mistakesOf({
      "study/study.yml": study,
      ...edited("topics.yml", "es: inundaci*", "es: "),
      ...edited("regions.csv", "BR-RR", "Roraima"),
      ...edited("organisations.csv", "BR-AM", "BR-PA"),
      ...edited("lexicons/gender.yml", "boys:", "boyz: {}\nboys:"),
    });
    expect(lines.map((line) => line.split(": ").slice(0, 2).join(": "))).toEqual([
      "study/study.yml:5:12: time_zone",
      "study/study.yml:25:13: captures[articles].corpus",
      "study/topics.yml:7:9: [flood].query.es",
      "study/lexicons/gender.yml:1:1: boyz",
      "study/regions.csv:3:1: id",
      "study/organisations.csv:2:29: region",
    ]);
  });

  test("a folder without a study names the three files that it needs", async () => {
    const nothing = Object.fromEntries(Object.keys(smallStudy).map((name) => [name, null]));
    expect((await mistakesOf(nothing)).map((line) => line.split(": ").slice(0, 2).join(": "))).toEqual([
      "study/study.yml:1:1: found no such file, expected a file with the study's id, title, window, languages, corpora, questions, platforms and captures",
      "study/topics.yml:1:1: found no such file, expected a list of topics, each with id, title and a query per language",
      "study/sources.yml:1:1: found no such file, expected a list of sources, each with id, type and title, and the facts that the report quotes",
    ]);
  });
});
