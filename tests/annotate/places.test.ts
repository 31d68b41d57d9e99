import { describe, expect, it } from "vitest";
import { postAnnotator } from "../../loaders/annotate/post-annotator.ts";
import { study } from "./study.ts";

const annotator = postAnnotator(study);

function places(title: string | null, text: string, sourceId = "p:0") {
  return annotator.annotate({ title, text, sourceId }).places;
}

describe("places", () => {
  it("a region is not taken for the city that it is named after", () => {
    expect(places(null, "Школы Алматинской области").places).toEqual(["KZ-19"]);
    expect(places(null, "Алматы облысының мектептері").places).toEqual(["KZ-19"]);
    expect(places(null, "Алматинские школы и Алматинская область").places).toEqual(["KZ-75", "KZ-19"]);
  });

  it("every region named, distinct, in order of appearance, title first", () => {
    expect(places("Семей", "Астана, Алматы и снова Астана").places).toEqual(["KZ-10", "KZ-71", "KZ-75"]);
  });

  it("a name with a hyphen is found with and without it", () => {
    expect(places(null, "в Нур-Султане").places).toEqual(["KZ-71"]);
    expect(places(null, "в Нур Султане").places).toEqual(["KZ-71"]);
  });

  it("words that two regions share name both, and so decide nothing", () => {
    const [first, second] = study.regions;
    const shared = postAnnotator({
      ...study,
      regions: [first!, { ...second!, patterns: ["алматы", "алматы*"] }],
    });
    expect(shared.annotate({ title: null, text: "Алматы", sourceId: "p:0" }).places).toEqual({
      places: ["KZ-75", "KZ-19"],
      focus: null,
      source: "none",
    });
  });
});

describe("the focus region", () => {
  it.each([
    ["the only region of the title", "Школы Астаны", "Алматы, Алматы", "KZ-71", "title"],
    ["the region named most in the title", "Астана, Алматы, Астана", "Алматы", "KZ-71", "title"],
    ["a tie in the title leaves it to the text", "Астана и Алматы", "в Алматы", "KZ-75", "text"],
    ["the region named most in the text", null, "Астана, Алматы, Астана", "KZ-71", "text"],
  ])("%s", (_name, title, text, focus, source) => {
    expect(places(title, text)).toMatchObject({ focus, source });
  });

  it("a tie everywhere leaves it to the organisation's region", () => {
    expect(places(null, "Астана и Алматы", "org-abai")).toEqual({
      places: ["KZ-71", "KZ-75"],
      focus: "KZ-10",
      source: "organisation",
    });
  });

  it("no region named and no organisation with one: none", () => {
    for (const source of ["p:0", "org-all"]) {
      expect(places(null, "Новости", source)).toEqual({ places: [], focus: null, source: "none" });
    }
  });
});

describe("contexts and weak patterns", () => {
  const [almaty, almatyRegion, astana, abai] = study.regions;
  const contexts = postAnnotator({
    ...study,
    regions: [almaty!, almatyRegion!, { ...astana!, weak: ["столичн*", "астана"] }, abai!],
    placeWords: {
      notPlace: { ru: ["улиц* {*}", "{*} процесс*"] },
      elsewhere: { ru: ["гост* из {*}", "{*да} шыққан"] },
      and: { ru: ["и"] },
    },
  });
  const read = (text: string) => contexts.annotate({ title: null, text, sourceId: "p:0" }).places;

  it.each([
    ["улица Алматы", [], null],
    ["Алматинский процесс", [], null],
    ["процесс в Алматы", ["KZ-75"], "KZ-75"],
    ["гости из Алматы", ["KZ-75"], null],
    ["гости были из Алматы", ["KZ-75"], "KZ-75"],
    ["гости из Алматы и Семей, в Астане", ["KZ-75", "KZ-10", "KZ-71"], "KZ-71"],
    ["гости из Алматы, Семей", ["KZ-75", "KZ-10"], null],
    ["гости из Алматы или Семей", ["KZ-75", "KZ-10"], "KZ-10"],
    ["гости из Алматы. И Семей", ["KZ-75", "KZ-10"], "KZ-10"],
    ["гости из Алматинской области", ["KZ-19"], null],
    ["Алмада, Семейда шыққан", ["KZ-10"], null],
    ["Семейдің шыққан", ["KZ-10"], "KZ-10"],
    ["улица гостей из Алматы", ["KZ-75"], null],
    ["столичная школа", ["KZ-71"], null],
    ["столичная школа в Алматы", ["KZ-71", "KZ-75"], "KZ-75"],
  ])("%s: names %j, is about %s", (text, places, focus) => {
    expect(read(text)).toMatchObject({ places, focus });
  });

  it("a name beats a weak pattern of the same words", () => {
    expect(read("Астана").focus).toBe("KZ-71");
  });

  it("a context without the name's place is a mistake of the study", () => {
    const placeWords = { notPlace: { ru: ["улица"] }, elsewhere: {}, and: {} };
    expect(() => postAnnotator({ ...study, placeWords })).toThrow(
      /^places, not-place in ru, "улица": found/u,
    );
  });
});

describe("where the outlet is at home", () => {
  const outlets = postAnnotator({
    ...study,
    outlets: [{ id: "abai.example", region: "KZ-10" }, { id: "all.example" }],
  });
  it.each([
    ["p:0", "abai.example", "KZ-10", false],
    ["p:0", "all.example", null, true],
    ["p:0", "other.example", null, null],
    ["p:0", null, null, null],
    ["org-abai", null, "KZ-10", false],
    ["org-all", "abai.example", null, true],
  ])("source %s, outlet %s: %s, national %s", (sourceId, outlet, region, national) => {
    const annotation = outlets.annotate({ title: null, text: "Новости", sourceId, outlet });
    expect(annotation.outlet).toEqual({ region, national });
  });

  it("decides the focus for an organisation of the register alone", () => {
    const { places } = outlets.annotate({
      title: null,
      text: "Новости",
      sourceId: "p:0",
      outlet: "abai.example",
    });
    expect(places).toMatchObject({ focus: null, source: "none" });
  });
});
