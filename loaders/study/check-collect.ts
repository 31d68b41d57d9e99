import { matchesGlob } from "../pipeline/glob.ts";
import { firstCollectedFile } from "./captured-files.ts";
import { duplicateIds } from "./check-study.ts";
import { entriesAt, idsAt, textAt, textsAt } from "./loose.ts";
import { type Mistake, shown } from "./mistake.ts";
import { suggestion } from "./nearest.ts";
import type { Path, YamlFile } from "./yaml-file.ts";

/** The kind of capture that reads what a collector keeps, where only one does. */
const kindOf: Readonly<Record<string, string>> = {
  telegram: "telegram-preview",
  web: "web",
  instagram: "instagram",
  vk: "vk",
  youtube: "youtube",
};

/** The register of collection must fit the captures, and each source name one thing to collect. */
export function checkCollect(study: YamlFile): Mistake[] {
  return [
    ...duplicateIds(study, "collect", "sources"),
    ...entriesAt(study, "collect", "sources").flatMap(({ entry, path }) => [
      ...targetMistakes(study, entry, path),
      ...captureMistakes(study, entry, path),
      ...sinceMistakes(study, entry, path),
    ]),
  ];
}

function targetMistakes(study: YamlFile, source: object, path: Path): Mistake[] {
  const isWeb = textAt(source, "collector") === "web";
  const own = isWeb ? "url" : "account";
  const other = isWeb ? "account" : "url";
  const given = [own, "accounts"].filter((field) => Object.hasOwn(source, field));
  const mistakes: Mistake[] = [];
  if (given.length !== 1) {
    const found = given.length === 0 ? `no "${own}"` : `"${own}" and "accounts"`;
    mistakes.push(study.mistake(path, found, `one of "${own}" and "accounts: organisations"`));
  }
  for (const field of isWeb ? [other] : [other, "hosts"]) {
    if (!Object.hasOwn(source, field)) continue;
    const expected = isWeb ? 'it only for accounts of platforms; write "url"' : 'it only for collector "web"';
    mistakes.push(study.mistake([...path, field], `"${field}"`, expected, "key"));
  }
  return mistakes;
}

function captureMistakes(study: YamlFile, source: object, path: Path): Mistake[] {
  const wanted = textAt(source, "capture");
  if (wanted === undefined) return [];
  const capture = entriesAt(study, "captures").find(({ entry }) => textAt(entry, "id") === wanted)?.entry;
  if (capture === undefined) {
    const known = idsAt(study, "captures") ?? [];
    const expected = `one of captures: ${known.join(", ")}${suggestion(wanted, known)}`;
    return [study.mistake([...path, "capture"], shown(wanted), expected)];
  }
  const mistakes: Mistake[] = [];
  const kind = kindOf[textAt(source, "collector") ?? ""];
  if (kind !== undefined && textAt(capture, "kind") !== kind) {
    const found = `${shown(wanted)}, a capture of kind ${shown(textAt(capture, "kind"))}`;
    mistakes.push(study.mistake([...path, "capture"], found, `a capture of kind "${kind}"`));
  }
  const id = textAt(source, "id");
  if (id !== undefined) {
    // A source that stands for all organisations has one folder for each, named after both.
    const file = firstCollectedFile(Object.hasOwn(source, "accounts") ? `${id}-organisation` : id);
    if (!textsAt(capture, "files").some((pattern) => matchesGlob(pattern, file))) {
      const found = `${shown(wanted)}, whose files leave out "${file}"`;
      mistakes.push(study.mistake([...path, "capture"], found, "a capture whose files cover it"));
    }
  }
  return mistakes;
}

function sinceMistakes(study: YamlFile, source: object, path: Path): Mistake[] {
  const since = textAt(source, "since");
  const to = textAt(study.value, "window", "to");
  if (since === undefined || to === undefined || since <= to) return [];
  return [study.mistake([...path, "since"], shown(since), `a day before the window's last, "${to}"`)];
}
