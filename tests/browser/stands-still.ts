import type { Locator } from "playwright-core";

/**
 * Waits until an element has had the same place and height for half a second, twenty seconds at most: what was fetched is
 * drawn and what is above is laid out, so that nothing moves it any more.
 */
export async function standsStill(element: Locator): Promise<void> {
  await element.evaluate(async (element) => {
    const begun = performance.now();
    let [place, since] = ["", begun];
    while (performance.now() - since < 500 && performance.now() - begun < 20_000) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const { top, height } = element.getBoundingClientRect();
      if (place !== `${top} ${height}`) since = performance.now();
      place = `${top} ${height}`;
    }
  });
}
