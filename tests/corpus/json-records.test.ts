import { describe, expect, it } from "vitest";
import { readJsonArray, readNdjson } from "../../loaders/corpus/json-records.ts";
import { gathered } from "./made-captures.ts";

async function* pieces(text: string, size: number) {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}

describe("a JSON array", () => {
  const value = [{ a: '],"\\' }, [1, [2]], "x,y", 3, null, { b: { c: [] } }];

  it.each([1, 2, 5, 1000])("gives its elements, read in pieces of %d", async (size) => {
    for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
      const items = await gathered(readJsonArray(pieces(text, size)));
      expect(items).toEqual(value.map((element, index) => ({ record: index + 1, value: element })));
    }
  });

  it("may be empty", async () => {
    expect(await gathered(readJsonArray(pieces(" [ ] ", 2)))).toEqual([]);
  });

  it("loses a broken element, no other", async () => {
    const items = await gathered(readJsonArray(pieces('[{"a":1},{"a":},{"a":3}]', 4)));
    expect(items.map((item) => ("fault" in item ? item.fault : item.value))).toEqual([
      { a: 1 },
      "malformed-json",
      { a: 3 },
    ]);
  });

  it.each(['{"a":1}', '[{"a":1}', "", '[1] "x"'])("%s ends with a fault", async (text) => {
    const items = await gathered(readJsonArray(pieces(text, 3)));
    expect(items.at(-1)).toHaveProperty("fault", "malformed-json");
  });
});

describe("newline-delimited JSON", () => {
  it("loses a broken line, no other; records are lines", async () => {
    const items = await gathered(readNdjson(pieces('{"a":1}\n\n{"a":\r\n{"a":3}', 3)));
    expect(items.map((item) => [item.record, "fault" in item ? item.fault : item.value])).toEqual([
      [1, { a: 1 }],
      [3, "malformed-json"],
      [4, { a: 3 }],
    ]);
  });
});
