/** Lines of `lemma: form form …` as a map from form to lemma; the first line that names a form wins. */
export function pairsByLemma(text: string): Map<string, string> {
  const lemmas = new Map<string, string>();
  for (const line of text.trim().split("\n")) {
    const [lemma, forms] = line.split(":");
    for (const form of forms!.trim().split(/\s+/u)) if (!lemmas.has(form)) lemmas.set(form, lemma!.trim());
  }
  return lemmas;
}
