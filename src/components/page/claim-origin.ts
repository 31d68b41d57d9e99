const texts: Readonly<Record<string, (number: string) => string>> = {
  en: (number) => `The text says ${number}: link to this number, and back to it`,
  ru: (number) => `В тексте: ${number}. Ссылка на это число и возврат к нему`,
  kk: (number) => `Мәтінде: ${number}. Осы санға сілтеме және соған оралу`,
};

/** Says in the Method that a number opens which number that was, as a link to it that can be copied and leads back. */
export function tellOrigin(claim: HTMLAnchorElement): void {
  const { ownerDocument: document, hash, id } = claim;
  const summary = document.querySelector(
    `details[id="${CSS.escape(decodeURIComponent(hash.slice(1)))}"] > summary`,
  );
  if (!summary || id === "") return;
  for (const old of document.querySelectorAll(".claim-origin")) old.remove();
  const line = document.createElement("p");
  // What scripts add is not part of what the page says.
  line.className = "claim-origin screen-only";
  const link = document.createElement("a");
  link.href = `#${id}`;
  link.textContent = (texts[document.documentElement.lang] ?? texts.en!)(claim.textContent ?? "");
  line.append(link);
  summary.after(line);
}
