/** Marks, in the page's contents, the section that is being read. */
export function showContents(document: Document): void {
  const links = new Map<string, Element>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#observablehq-toc a[href^='#']")) {
    links.set(decodeURIComponent(link.hash.slice(1)), link.parentElement!);
  }
  const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
  if (headings.length === 0) return;
  const mark = () => {
    const read = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3).at(-1);
    for (const [id, item] of links) {
      item.classList.toggle("observablehq-secondary-link-active", id === read?.id);
      if (id === read?.id) item.firstElementChild?.setAttribute("aria-current", "true");
      else item.firstElementChild?.removeAttribute("aria-current");
    }
  };
  let pending = false;
  addEventListener(
    "scroll",
    () => {
      if (pending) return;
      pending = true;
      requestAnimationFrame(() => {
        pending = false;
        mark();
      });
    },
    { passive: true },
  );
  // After the first paint: asking for a place before it would lay out the page in the script's own task.
  requestAnimationFrame(() => setTimeout(mark));
}
