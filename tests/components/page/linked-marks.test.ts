import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { about } from "../../../src/components/charts/about.ts";
import { linkedMarks, nextChoice } from "../../../src/components/page/linked-marks.ts";

const { document } = new JSDOM(`
  <figure class="figure" id="a"><svg><circle data-of="topic=x corpus=p"/><circle data-of="topic=y corpus=p"/></svg>
    <table><tr><th data-of="topic=x">Xanthic</th></tr></table></figure>
  <figure class="figure" id="b"><svg><rect data-of="topic=x"/><rect data-of="topic=xx"/></svg></figure>
  <figure class="figure" id="c"><svg><rect data-of="map_unit=x"/></svg></figure>`).window;

test("a thing is marked in every figure that has it, by its column and its whole id", () => {
  const marks = linkedMarks(document);
  const marked = () =>
    [...document.querySelectorAll(".linked-part")].map((part) => part.getAttribute("data-of"));
  expect(marks.show("topic=x")).toBe(2);
  expect(marked()).toEqual(["topic=x corpus=p", "topic=x", "topic=x"]);
  expect([...document.querySelectorAll(".linked")].map(({ id }) => id)).toEqual(["a", "b"]);
  expect(marks.name("topic=x")).toBe("Xanthic");
  expect(marks.name("map_unit=x")).toBeUndefined();
  expect(marks.show(undefined)).toBe(0);
  expect(marked()).toEqual([]);
});

test("the same mark again chooses the next thing that it is about, then nothing", () => {
  const things = ["topic=x", "corpus=p"];
  expect(nextChoice(things, undefined)).toBe("topic=x");
  expect(nextChoice(things, "map_unit=z")).toBe("topic=x");
  expect(nextChoice(things, "topic=x")).toBe("corpus=p");
  expect(nextChoice(things, "corpus=p")).toBeUndefined();
});

test("marks are about the columns that name things, and of pairs both under one column", () => {
  const columns = {
    topic: ["id", ""],
    other_topic: ["id", ""],
    other_word: ["text", ""],
    month: ["date", ""],
    stories: ["count", ""],
  } as const;
  const cells = [
    ["topic", "a b"],
    ["other_topic", "c"],
    ["other_word", "ш"],
    ["month", "2022-01-01"],
    ["stories", "4"],
    [undefined, null],
  ] as const;
  expect(about({ columns }, cells)).toBe(`topic=a%20b topic=c other_word=${encodeURIComponent("ш")}`);
});
