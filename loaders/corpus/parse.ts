import { writeFile } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { organisationRegister, publicAccounts } from "../identity/account.ts";
import { noCounts, PERSONAL_KINDS, type PersonalCounts } from "../language/personal-data/kinds.ts";
import { openDatabase } from "../parquet/database.ts";
import { ParquetWriter } from "../parquet/write.ts";
import { platformOfKind } from "../study/capture.ts";
import { rejects as rejectsTable } from "../tables.ts";
import { CaptureError } from "./capture-error.ts";
import { kindsOfCapture } from "./capture-kinds.ts";
import { type Finishing, finishPost } from "./finish-post.ts";
import type { ParseParams } from "./parse-params.ts";
import { partitionColumns } from "./partition.ts";
import { platformFinder } from "./platform.ts";
import { Zone } from "./zoned-time.ts";

export interface ParseJob {
  readonly params: ParseParams;
  /** The study's home, to which file names in the result are relative. */
  readonly home: string;
  /** The entry's files. */
  readonly files: readonly string[];
  readonly pseudonymKey: string;
}

export interface CorpusReport {
  readonly rowsIn: number;
  readonly rowsOut: number;
  /** Records set aside, by reason. */
  readonly setAside: Record<string, number>;
}

/** What was replaced in the posts of one capture entry: values by kind, nothing of the values. */
export interface ReplacedReport {
  /** Records whose title and text were searched. */
  readonly records: number;
  readonly replaced: PersonalCounts;
}

export type Progress = (done: number, total: number | undefined, unit: string) => void;

const PROGRESS_EVERY = 1000;

/**
 * Parses one capture entry: writes its posts (`partitionColumns`) and its rejects as Parquet, and as JSON how many
 * values of personal data were replaced, by kind (`ReplacedReport`). A broken record is a reject. Throws `CaptureError` where the entry can't be read as the study says: no file, a column missing, a
 * date that has two readings.
 */
export async function parseCaptures(
  job: ParseJob,
  outputs: { readonly posts: string; readonly rejects: string; readonly replaced: string },
  progress: Progress = () => {},
): Promise<CorpusReport> {
  const { entry } = job.params;
  if (job.files.length === 0) {
    throw new CaptureError(
      `capture ${entry.id}: found no file that fits ${entry.files.join(", ")}, expected at least one below the study's folder`,
    );
  }
  const replaced = noCounts();
  const settings = finishing(job, (counts) => {
    for (const kind of PERSONAL_KINDS) replaced[kind] += counts[kind];
  });
  const posts = await ParquetWriter.open(partitionColumns, `${outputs.posts}.spill`);
  const rejects = await ParquetWriter.open(rejectsTable.columns, `${outputs.rejects}.spill`);
  const reader = await openDatabase({ spill: `${outputs.posts}.reader` });
  const setAside: Record<string, number> = {};
  let rowsIn = 0;
  try {
    for (const file of [...job.files].sort()) {
      const name = relative(resolve(job.home), resolve(file)).split(sep).join("/");
      const source = { file, name, entry, zone: settings.zone, connection: reader.connection };
      for await (const outcome of kindsOfCapture[entry.kind].read(source)) {
        if (outcome.kind === "reject" && outcome.reason === "wrong-file") {
          throw new CaptureError(outcome.detail);
        }
        rowsIn += 1;
        const capture = `${name}#${outcome.record}`;
        const row =
          outcome.kind === "reject" ? outcome : finishPost(outcome, settings, capture, posts.count + 1);
        if ("reason" in row) {
          rejects.append([capture, entry.id, row.reason, row.detail]);
          setAside[row.reason] = (setAside[row.reason] ?? 0) + 1;
        } else {
          posts.append(row);
        }
        if (rowsIn % PROGRESS_EVERY === 0) progress(rowsIn, undefined, "records");
      }
    }
    progress(rowsIn, rowsIn, "records");
  } catch (error) {
    posts.abandon();
    rejects.abandon();
    reader.close();
    throw error;
  }
  reader.close();
  await posts.finish(outputs.posts, '"position"');
  await rejects.finish(outputs.rejects);
  const report: ReplacedReport = { records: posts.count, replaced };
  await writeFile(outputs.replaced, `${JSON.stringify(report, null, 2)}\n`);
  return { rowsIn, rowsOut: posts.count, setAside: sorted(setAside) };
}

function finishing(job: ParseJob, onReplaced: Finishing["onReplaced"]): Finishing {
  const { entry, timeZone, platforms, organisations } = job.params;
  return {
    corpus: entry.corpus,
    scope: entry.scope,
    platform: entry.platform ?? platformOfKind[entry.kind],
    platformOf: platformFinder(platforms),
    organisationOf: organisationRegister(organisations),
    zone: new Zone(timeZone),
    key: job.pseudonymKey,
    parser: kindsOfCapture[entry.kind].parser,
    isPublicAccount: publicAccounts(organisations),
    onReplaced,
  };
}

/** Keys in one order, so that a report's bytes do not depend on which record came first. */
function sorted(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1)));
}
