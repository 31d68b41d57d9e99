/** Grammemes of OpenCorpora by name: true, or the name of the child that holds (`tag.CAse === "nomn"`). */
export type Tag = Readonly<Record<string, string | boolean | undefined>>;

/** Lines of grammemes.json: name, parent or "", name and meaning in Russian. */
export type Grammemes = readonly (readonly [
  name: string,
  parent: string,
  russian: string,
  meaning: string,
])[];

/** A tag as written (`NOUN,anim,masc sing,nomn`), with the parents of its grammemes filled in. */
export function tagReader(grammemes: Grammemes): (written: string) => Tag {
  const parents = new Map(grammemes.map(([name, parent]) => [name, parent]));
  return (written) => {
    const tag: Record<string, string | boolean> = {};
    for (const grammeme of written.split(/[ ,]/u)) {
      tag[grammeme] = true;
      let child = grammeme;
      for (let parent = parents.get(child); parent; parent = parents.get(child)) {
        tag[parent] = child;
        child = parent;
      }
    }
    return tag;
  };
}

/** True where every wanted grammeme stands as wanted; `undefined` wants it absent. */
export function hasAll(tag: Tag, wanted: Tag): boolean {
  for (const name in wanted) if (tag[name] !== wanted[name]) return false;
  return true;
}

/** Word classes that take new words: what a guessed reading may be. */
export function isProductive(tag: Tag): boolean {
  return !(
    tag.NUMR ||
    tag.NPRO ||
    tag.PRED ||
    tag.PREP ||
    tag.CONJ ||
    tag.PRCL ||
    tag.INTJ ||
    tag.Apro ||
    tag.NUMB ||
    tag.ROMN ||
    tag.LATN ||
    tag.PNCT ||
    tag.UNKN
  );
}
