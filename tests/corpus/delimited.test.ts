import { describe, expect, it } from "vitest";
import { likelyDelimiter, readDelimited } from "../../loaders/corpus/delimited.ts";
import { gathered, randomNumbers } from "./made-captures.ts";

async function rowsOf(text: string, piece = 7): Promise<unknown[]> {
  async function* pieces() {
    for (let start = 0; start < text.length; start += piece) yield text.slice(start, start + piece);
  }
  const rows = await gathered(readDelimited(pieces(), likelyDelimiter));
  return rows.map((row) => ("fault" in row ? `${row.line}: ${row.fault}` : row.fields.join("|")));
}

describe("delimited rows", () => {
  it("have quoted fields, doubled quotes and line ends within quotes", async () => {
    expect(await rowsOf('a,b,c\r\n1,"x, ""y""\r\nz",3\r\n\r\n4,5,6')).toEqual([
      "a|b|c",
      '1|x, "y"\nz|3',
      "4|5|6",
    ]);
  });

  it("may have quotes that quote nothing", async () => {
    expect(await rowsOf('a\tb\n"Ауыл" мектебі\t1\nsay "hi"\t2\n')).toEqual([
      "a|b",
      '"Ауыл" мектебі|1',
      'say "hi"|2',
    ]);
  });

  it("with a quote that does not close cost one line, not the rest", async () => {
    const rows = Array.from({ length: 400 }, (_, index) => `r${index},x`);
    rows[3] = 'r3,"x';
    const read = await rowsOf(["a,b", ...rows].join("\n"), 100);
    expect(read).toHaveLength(401);
    expect(read[4]).toBe("5: unclosed-quote");
    expect(read.filter((row) => String(row).startsWith("r"))).toHaveLength(399);
  });

  it("with a quote that closes in a later row cost one line", async () => {
    expect(await rowsOf('a,b,c\n1,"x,3\n4,"y",6\n7,8,9')).toEqual([
      "a|b|c",
      "2: unclosed-quote",
      "4|y|6",
      "7|8|9",
    ]);
  });

  it("with another number of fields than the header are faults; empty fields at the end are not", async () => {
    expect(await rowsOf("a;b\n1;2;\n1\n1;2;3\n1;2")).toEqual([
      "a|b",
      "1|2",
      "3: wrong-field-count",
      "4: wrong-field-count",
      "1|2",
    ]);
  });

  it("longer than any row are faults, and are not kept", async () => {
    expect(await rowsOf(`a,b\n${"x".repeat(3_000_000)}\n1,2`, 65_536)).toEqual(["a|b", "2: too-long", "1|2"]);
  });

  it("never take more time than the text is long, nor throw, whatever the text", async () => {
    const random = randomNumbers(7);
    const alphabet = ['"', '"', ",", "\n", "\r\n", "x", "\t", "ё"];
    for (let round = 0; round < 200; round += 1) {
      const text = Array.from({ length: 300 }, () => alphabet[Math.floor(random() * alphabet.length)]).join(
        "",
      );
      await rowsOf(`a,b\n${text}`, 1 + Math.floor(random() * 50));
    }
  });
});
