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
