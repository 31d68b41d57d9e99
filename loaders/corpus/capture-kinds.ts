import type { DuckDBConnection } from "@duckdb/node-api";
import type { Capture, CaptureKind } from "../study/capture.ts";
import { CaptureError } from "./capture-error.ts";
import { openCapture } from "./capture-file.ts";
import { parser as instagramParser, readInstagram } from "./instagram.ts";
import { parser as meltwaterParser, readMeltwater } from "./meltwater.ts";
import type { Outcome } from "./outcome.ts";
import { readTable, parser as tableParser } from "./table.ts";
import { readTelegramExport, parser as telegramExportParser } from "./telegram-export.ts";
import { readTelegramPreview, parser as telegramPreviewParser } from "./telegram-preview.ts";
import { readVk, parser as vkParser } from "./vk.ts";
import { readWeb, parser as webParser } from "./web.ts";
import { readYoutube, parser as youtubeParser } from "./youtube.ts";
import type { Zone } from "./zoned-time.ts";

/** One file of a capture entry, and what its parser may need. */
export interface CaptureFile {
  readonly file: string;
  /** How the file is called in messages. */
  readonly name: string;
  readonly entry: Capture;
  readonly zone: Zone;
  /** DuckDB, which reads Parquet. */
  readonly connection: DuckDBConnection;
}

interface KindOfCapture {
  /** Name and version, as `posts.parser` holds it. */
  readonly parser: string;
  readonly read: (capture: CaptureFile) => AsyncGenerator<Outcome>;
}

/** Every kind of capture: one row a parser. */
export const kindsOfCapture: Readonly<Record<CaptureKind, KindOfCapture>> = {
  "telegram-preview": {
    parser: telegramPreviewParser,
    read: ({ file }) => readTelegramPreview(openCapture(file)),
  },
  "telegram-export": {
    parser: telegramExportParser,
    read: ({ file, zone, entry }) => readTelegramExport(openCapture(file), zone, entry.accounts),
  },
  instagram: { parser: instagramParser, read: ({ file, name }) => readInstagram(openCapture(file), name) },
  vk: { parser: vkParser, read: ({ file, entry }) => readVk(openCapture(file), entry.accounts) },
  youtube: {
    parser: youtubeParser,
    read: ({ file, entry }) => readYoutube(openCapture(file), entry.accounts),
  },
  meltwater: {
    parser: meltwaterParser,
    read: ({ file, name, zone, entry }) =>
      readMeltwater(openCapture(file), { name, zone, columns: entry.columns }),
  },
  table: { parser: tableParser, read: readMapped },
  web: { parser: webParser, read: ({ file, zone }) => readWeb(() => openCapture(file), zone) },
};

function readMapped({ file, name, entry, zone, connection }: CaptureFile): AsyncGenerator<Outcome> {
  const { id, format, columns } = entry;
  if (format === undefined || columns === undefined) {
    throw new CaptureError(
      `capture ${id}: found no ${format === undefined ? "format" : "columns"}, expected both for kind table`,
    );
  }
  return readTable(file, { name, format, columns, zone, connection });
}
