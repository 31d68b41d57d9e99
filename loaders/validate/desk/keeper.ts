/** Keeps named values of one desk between visits. */
export interface Keeper {
  get(name: string): string | undefined;
  /** Keeps a value; `undefined` forgets it. */
  set(name: string, value: string | undefined): void;
  /** Whether the values outlive the window. They outlive a reload in any case. */
  lasts(): boolean;
}

interface Kept {
  readonly store: string;
  readonly revision: number;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Keeps values twice under `store`: in the browser's storage, which lasts but may be blocked, full, or written late;
 * and in the state of the window's history entry, which each reload gives back. The higher revision is the newer.
 */
export function keeperOf(
  store: string,
  window: Pick<Window, "history"> & { readonly localStorage: Storage },
): Keeper {
  const key = `${store}:kept`;
  let lasting = true;

  function stored(): Kept | undefined {
    try {
      return keptFrom(JSON.parse(window.localStorage.getItem(key) ?? "null"), store);
    } catch {
      lasting = false;
      return undefined;
    }
  }

  function newest(): Kept {
    const lately = keptFrom(window.history.state, store);
    const before = stored();
    if (lately === undefined) return before ?? { store, revision: 0, values: {} };
    return before !== undefined && before.revision >= lately.revision ? before : lately;
  }

  return {
    get: (name) => newest().values[name],
    set(name, value) {
      const { revision, values } = newest();
      const { [name]: _, ...others } = values;
      const kept: Kept = {
        store,
        revision: revision + 1,
        values: value === undefined ? others : { ...others, [name]: value },
      };
      try {
        window.localStorage.setItem(key, JSON.stringify(kept));
        lasting = true;
      } catch {
        lasting = false;
      }
      try {
        window.history.replaceState(kept, "");
      } catch {
        // A browser may refuse many changes in a short time: the next one keeps all values again.
      }
    },
    lasts: () => lasting,
  };
}

function keptFrom(state: unknown, store: string): Kept | undefined {
  const kept = state as Partial<Kept> | null | undefined;
  return kept?.store === store && typeof kept.revision === "number" && kept.values !== undefined
    ? (kept as Kept)
    : undefined;
}
