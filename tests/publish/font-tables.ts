/** What a TrueType font says of itself, read from its tables (OpenType 1.9, chapters cmap and fvar). */
export interface FontTables {
  /** Code points that have a glyph. */
  readonly letters: ReadonlySet<number>;
  /** Least and greatest value of each variable axis. */
  readonly axes: Readonly<Record<string, readonly [number, number]>>;
  /** Tags of the features of GSUB. */
  readonly features: ReadonlySet<string>;
}

export function readFont(font: Uint8Array): FontTables {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++)
    tables.set(tag(view, 12 + index * 16), view.getUint32(12 + index * 16 + 8));
  return {
    letters: readLetters(view, tables.get("cmap")!),
    axes: tables.has("fvar") ? readAxes(view, tables.get("fvar")!) : {},
    features: tables.has("GSUB") ? readFeatures(view, tables.get("GSUB")!) : new Set(),
  };
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}

/** The Unicode subtable of format 4; letters beyond the first plane are not looked for. */
function readLetters(view: DataView, cmap: number): Set<number> {
  const letters = new Set<number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const at = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    if (view.getUint16(at) !== 4) continue;
    const segments = view.getUint16(at + 6) / 2;
    for (let segment = 0; segment < segments; segment++) {
      const last = view.getUint16(at + 14 + segment * 2);
      const first = view.getUint16(at + 16 + segments * 2 + segment * 2);
      for (let code = first; code <= last && code < 0xffff; code++) letters.add(code);
    }
  }
  return letters;
}

function readAxes(view: DataView, fvar: number): Record<string, [number, number]> {
  const first = fvar + view.getUint16(fvar + 4);
  const size = view.getUint16(fvar + 10);
  return Object.fromEntries(
    Array.from({ length: view.getUint16(fvar + 8) }, (_, index) => {
      const at = first + index * size;
      return [tag(view, at), [view.getInt32(at + 4) / 65536, view.getInt32(at + 12) / 65536]];
    }),
  );
}

function readFeatures(view: DataView, gsub: number): Set<string> {
  const list = gsub + view.getUint16(gsub + 6);
  return new Set(Array.from({ length: view.getUint16(list) }, (_, index) => tag(view, list + 2 + index * 6)));
}
