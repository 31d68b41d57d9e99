import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { markClaimedRow } from "../../../src/components/page/claim-row.ts";

const table = "<details class='figure-table'><table><tbody><tr></tr><tr></tr></tbody></table></details>";
const { window } = new JSDOM(`<p>
    <a class="claim" href="#method-a" data-row="1">75%</a><a class="claim" href="#method-b" data-row="0">25%</a>
    <a class="claim" href="#method-b">none</a></p>
  <figure>${table}<details class="method" id="method-a"><table><tbody><tr></tr></tbody></table></details></figure>
  <div>${table}<details class="method" id="method-b"></details></div>`);
const { document } = window;
const marked = () =>
  [...document.querySelectorAll("tr")].flatMap((row, at) =>
    row.getAttribute("aria-current") === "true" ? [at] : [],
  );

test("a number marks the row that it came from, in its own figure's table, until the next number does", () => {
  markClaimedRow(document);
  const [first, other, plain] = [...document.querySelectorAll("a")];
  first!.click();
  expect(marked()).toEqual([1]);
  other!.click();
  expect(marked()).toEqual([3]);
  plain!.click();
  expect(marked()).toEqual([3]);
});
