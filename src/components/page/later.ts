/** A document whose inline script makes parts of the page after the first paint (loaders/publish/finish/later.ts). */
type LaterDocument = Document & { readonly fillLater?: (root: ParentNode) => void };

/** Makes the parts of `root` that the page put off, now. */
export function makeWhole(root: Element): void {
  (root.ownerDocument as LaterDocument).fillLater?.(root);
}

/** Runs `then` when no part of the page is put off any more: now, or when the last one is made. */
export function whenWhole(document: Document, then: () => void): void {
  if (document.querySelector("noscript.later") === null) then();
  else document.addEventListener("whole", then, { once: true });
}
