/**
 * Keeps the reader's place when the language is switched: the links lead to the section or figure that is being
 * read, whose anchors (`s1`, `fig-…`) a page's translations share; what the explorer was asked for goes along.
 */
export function keepPlace(document: Document): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".languages a")];
  if (links.length === 0) return;
  const places = [...document.querySelectorAll<HTMLElement>("main .place, main .figure[id]")];
  const aim = () => {
    const read = places.filter((place) => place.getBoundingClientRect().top < innerHeight / 3).at(-1);
    for (const link of links) {
      // What is chosen on the page stands in its address, by ids that no language changes.
      link.search = location.search;
      link.hash = scrollY > 0 && read ? `#${read.id}` : location.hash;
    }
  };
  for (const link of links) {
    link.addEventListener("pointerdown", aim);
    link.addEventListener("keydown", aim);
  }
}
