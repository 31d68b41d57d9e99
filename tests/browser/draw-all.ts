import type { Page } from "playwright-core";

/** Draws the figures that are far from the window too: until a reader is near or the page idle, their heights are guessed. */
export async function drawAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>(".figure, .number-methods"))
      part.style.contentVisibility = "visible";
    // Charts that are being drawn in pieces (src/components/page/draw.ts).
    window.dispatchEvent(new Event("pointerdown"));
  });
}
