import { DEFAULTS, type AnyRecord, type Kind, type RawRecord, type RecordOf } from "./wire";

export const keyOf = (record: { t: string; id: string }): string => `${record.t}:${record.id}`;

/** What a prediction reads and what screens see. */
export interface View {
  get<K extends Kind>(kind: K, id: string): RecordOf<K> | undefined;
  all<K extends Kind>(kind: K): RecordOf<K>[];
}

/** What pending commands will probably do: a record, or null where one goes away. */
export type Overlay = Map<string, AnyRecord | null>;

/**
 * Records as the server sent them, with the guesses of pending commands laid over them. `changed` hears the key of
 * every record that now looks different.
 */
export class Store implements View {
  readonly #saved = new Map<string, AnyRecord>();
  #overlay: Overlay = new Map();
  readonly #changed: (key: string, record: AnyRecord | undefined) => void;

  constructor(changed: (key: string, record: AnyRecord | undefined) => void) {
    this.#changed = changed;
  }

  /** First `gone`, then `put`; `full` forgets everything else. Unknown kinds are passed over: they are for newer pages. */
  take(put: readonly RawRecord[], gone: readonly string[], full: boolean): void {
    const touched = new Set<string>(full ? this.#saved.keys() : []);
    if (full) this.#saved.clear();
    for (const key of gone) {
      this.#saved.delete(key);
      touched.add(key);
    }
    for (const raw of put) {
      if (!(raw.t in DEFAULTS)) continue;
      this.#saved.set(keyOf(raw), filled(raw));
      touched.add(keyOf(raw));
    }
    this.#tell(touched);
  }

  lay(overlay: Overlay): void {
    const before = this.#overlay;
    const touched = new Set([...before.keys(), ...overlay.keys()]);
    this.#overlay = overlay;
    this.#tell([...touched].filter((key) => !alike(before.get(key), overlay.get(key))));
  }

  /** Without guesses. */
  saved(key: string): AnyRecord | undefined {
    return this.#saved.get(key);
  }

  savedRecords(): ReadonlyMap<string, AnyRecord> {
    return this.#saved;
  }

  shown(key: string): AnyRecord | undefined {
    const guess = this.#overlay.get(key);
    return guess === undefined ? this.#saved.get(key) : (guess ?? undefined);
  }

  get<K extends Kind>(kind: K, id: string): RecordOf<K> | undefined {
    return this.shown(`${kind}:${id}`) as RecordOf<K> | undefined;
  }

  all<K extends Kind>(kind: K): RecordOf<K>[] {
    const keys = new Set([...this.#saved.keys(), ...this.#overlay.keys()]);
    return [...keys]
      .map((key) => this.shown(key))
      .filter((record): record is RecordOf<K> => record !== undefined && record.t === kind);
  }

  #tell(keys: Iterable<string>): void {
    for (const key of keys) this.#changed(key, this.shown(key));
  }
}

function filled(raw: RawRecord): AnyRecord {
  return { ...DEFAULTS[raw.t], ...raw } as unknown as AnyRecord;
}

/** Field by field: most guesses stay as they were when another command is added. */
function alike(one: AnyRecord | null | undefined, other: AnyRecord | null | undefined): boolean {
  if (one === other) return true;
  if (!one || !other) return false;
  const fields = Object.entries(one);
  const there = other as unknown as Record<string, unknown>;
  return fields.length === Object.keys(there).length && fields.every(([name, value]) => there[name] === value);
}
