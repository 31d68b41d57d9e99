import { posix } from "node:path";

/** The folder that holds what was collected from a source, relative to the study's home. */
export function collectedFolder(source: string): string {
  return posix.join("raw/collected", source);
}

/** The first file of a source, relative to the study's home: what a capture's glob must cover. */
export function firstCollectedFile(source: string): string {
  return posix.join(collectedFolder(source), `${source}-00001.warc.gz`);
}
