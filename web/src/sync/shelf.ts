import { SEALED, type Entry, type Numbers, type Shelf } from "./outbox";

/** Keeps nothing beyond the page. The page says so. */
export class MemoryShelf implements Shelf {
  readonly lasting = false;
  readonly #entries = new Map<string, Map<number, Entry>>();

  load(client: string): Promise<Entry[]> {
    return Promise.resolve([...(this.#entries.get(client)?.values() ?? [])]);
  }

  put(client: string, entry: Entry): void {
    const entries = this.#entries.get(client) ?? new Map<number, Entry>();
    this.#entries.set(client, entries.set(entry.n, entry));
  }

  remove(client: string, n: number): void {
    this.#entries.get(client)?.delete(n);
  }
}

interface Row extends Entry {
  scope: string;
  client: string;
}

function entryOf({ n, command, at, refused }: Row): Entry {
  return refused ? { n, command, at, refused } : { n, command, at };
}

const DATABASE = "accord";
const STORE = "outbox";

/** Entries of one person in one workshop (`scope`), in IndexedDB. */
export class DiskShelf implements Shelf {
  readonly lasting = true;
  readonly #database: IDBDatabase;
  readonly #scope: string;

  constructor(database: IDBDatabase, scope: string) {
    this.#database = database;
    this.#scope = scope;
  }

  async load(client: string): Promise<Entry[]> {
    const rows = await this.#rows();
    return rows.filter((row) => row.client === client).map(entryOf);
  }

  /** Clients that left something here, newest words first. */
  async clients(): Promise<string[]> {
    const rows = (await this.#rows()).sort((a, b) => b.at - a.at);
    return [...new Set(rows.map((row) => row.client))];
  }

  put(client: string, entry: Entry): void {
    // A proxy of a reactive framework cannot be cloned; its plain copy can.
    const row = JSON.parse(JSON.stringify({ ...entry, scope: this.#scope, client })) as Row;
    this.#write((store) => store.put(row));
  }

  remove(client: string, n: number): void {
    this.#write((store) => store.delete([this.#scope, client, n]));
  }

  /** The disk may be full or the database gone; the command itself must leave all the same. */
  #write(change: (store: IDBObjectStore) => void): void {
    try {
      change(this.#store("readwrite"));
    } catch {
      // The page's memory still has it.
    }
  }

  #rows(): Promise<Row[]> {
    const range = IDBKeyRange.bound([this.#scope], [this.#scope, []]);
    return asked(this.#store("readonly").getAll(range) as IDBRequest<Row[]>);
  }

  #store(mode: IDBTransactionMode): IDBObjectStore {
    return this.#database.transaction(STORE, mode).objectStore(STORE);
  }
}

/** The lasting shelf, or undefined where this browser keeps nothing (private windows, full disks). */
export async function openShelf(scope: string): Promise<DiskShelf | undefined> {
  try {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: ["scope", "client", "n"] });
    return new DiskShelf(await asked(opening), scope);
  } catch {
    return undefined;
  }
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("indexedDB"));
  });
}

/** So far apart at most are the numbers of what hidden authors write: half a million of them fit. */
const LEAP = 2 ** 33;

/** Numbers are written before they are used, synchronously, so that a page that dies never gives one out twice. */
export class StoredNumbers implements Numbers {
  readonly #storage: Pick<Storage, "getItem" | "setItem">;
  readonly #memory = new Map<string, number>();

  constructor(storage: Pick<Storage, "getItem" | "setItem">) {
    this.#storage = storage;
  }

  next(client: string, sealed: boolean): number {
    const key = sealed ? `${client}:sealed` : client;
    const last = Math.max(this.#read(key), this.#memory.get(key) ?? 0);
    const n = sealed ? Math.max(last, SEALED) + 1 + Math.floor(Math.random() * LEAP) : last + 1;
    this.#memory.set(key, n);
    try {
      this.#storage.setItem(name(key), String(n));
    } catch {
      // Nothing lasts here, and neither does the client's id.
    }
    return n;
  }

  #read(client: string): number {
    try {
      return Number(this.#storage.getItem(name(client)) ?? 0);
    } catch {
      return 0;
    }
  }
}

const name = (client: string): string => `accord:n:${client}`;
