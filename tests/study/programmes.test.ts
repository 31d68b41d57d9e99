import { beforeAll, expect, test } from "vitest";
import { postAnnotator } from "../../loaders/annotate/post-annotator.ts";
import { identifyLanguage } from "../../loaders/language/identify.ts";
import { loadStudy } from "../../loaders/study/load.ts";

let programmes: (text: string) => string[];
beforeAll(async () => {
  const annotator = postAnnotator(await loadStudy("data"));
  programmes = (text) =>
    annotator.annotate({ title: null, text, sourceId: "p:0", ...identifyLanguage(text) }).programmes;
});

/** Each name in the cases that a sentence puts it in, in both languages and in Latin letters. */
test.each([
  [
    "educated-nation",
    [
      "«Образованная нация»",
      "Образованной нации",
      "образованную нацию",
      "образованной нацией",
      "Об «Образованной нации»",
      "«Білімді ұлт»",
      "Білімді ұлттың",
      "білімді ұлтқа",
      "Білімді ұлтты",
      "«Білімді ұлт» жобасында",
      "Bılımdı ūlt",
    ],
  ],
  [
    "comfort-school",
    [
      "«Комфортная школа»",
      "комфортной школы",
      "Комфортную школу",
      "комфортных школ",
      "комфортными школами",
      "«Жайлы мектеп»",
      "Жайлы мектептің",
      "жайлы мектебі",
      "жайлы мектептерді",
      "Jaily mektep",
    ],
  ],
  [
    "state-programme-education",
    [
      "Государственная программа развития образования",
      "по Государственной программе развития образования",
      "госпрограммой развития образования",
      "Білім беруді дамытудың мемлекеттік бағдарламасы",
      "білім беруді дамыту бағдарламасына",
    ],
  ],
  [
    "balapan",
    [
      "программа «Балапан»",
      "по программе «Балапан»",
      "программой Балапан",
      "«Балапан» бағдарламасы",
      "«Балапан» бағдарламасымен",
    ],
  ],
  [
    "diploma-to-village",
    ["«С дипломом в село»", "по проекту «С дипломом — в село»", "«Дипломмен ауылға» бағдарламасы"],
  ],
  [
    "village-cradle",
    [
      "«Ауыл — ел бесігі»",
      "по проекту «Ауыл – ел бесігі»",
      "«Ауыл – ел бесігінің» нәтижесі",
      "«Аул — колыбель страны»",
    ],
  ],
] as const)("%s is found in every form of its name", (id, texts) => {
  const missed = texts.filter((text) => !programmes(text).includes(id));
  expect(missed).toEqual([]);
});

test("plain words of the names are no programme", () => {
  for (const text of [
    "комфортно в школе",
    "балапан",
    "диплом",
    "білімді ұрпақ",
    "жайлы сынып",
    "образованная молодёжь",
  ])
    expect(programmes(text)).toEqual([]);
});
