import { SvelteMap, SvelteSet } from "svelte/reactivity";
import { post } from "./api";
import { browserMachine } from "./sync/clock";
import { browserSocket, type Door } from "./sync/connection";
import { browserClaims, clientOf, keep, randomId } from "./sync/identity";
import type { Answer, Entry } from "./sync/outbox";
import { Session, type Watcher } from "./sync/session";
import { MemoryShelf, openShelf, StoredNumbers } from "./sync/shelf";
import {
  DEFAULTS,
  type AnyRecord,
  type Command,
  type HereFragment,
  type Kind,
  type NowRecord,
  type PersonRecord,
  type RecordOf,
  type Role,
  type WorkshopRecord,
} from "./sync/wire";

export type { Answer } from "./sync/outbox";
export type RoomStatus = "connecting" | "live" | "waiting" | "offline" | "closed";

export interface RefusedCommand {
  n: number;
  command: Command;
  code: string;
  detail: Record<string, unknown>;
}

interface Seat {
  me: string;
  role: Role;
}

/** What every screen knows of the workshop and can ask of it. One per page; App opens it. */
class Room {
  /** Id of the workshop, "" before `open`. */
  id = $state("");
  me = $state("");
  /** Role the server gave with the seat; the person's record has it once it arrives. */
  role: Role | undefined = $state();
  closeCode: number | null = $state(null);
  /** Changes once a second. */
  tick = $state(0);
  /** False where this browser keeps nothing: words that wait are then lost with the page. */
  lasting = $state(true);
  /** Commands that wait for the network or for their answer. */
  waiting = $state(0);
  refused: RefusedCommand[] = $state.raw([]);
  online = new SvelteSet<string>();
  here = new SvelteMap<string, HereFragment>();
  #link: "connecting" | "live" | "offline" | "closed" = $state("connecting");
  #projector = $state(false);
  // The outer map never changes: all kinds are there at once, so that reading a record never writes.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #kinds = new Map(Object.keys(DEFAULTS).map((kind) => [kind, new SvelteMap<string, AnyRecord>()]));
  readonly #states = new SvelteMap<string, "here" | "refused">();
  #session: Session | undefined;

  /** `waiting`: the facilitator has not let us in yet. `closed`: see `closeCode`. */
  get status(): RoomStatus {
    if (this.#link !== "live" || this.#projector) return this.#link;
    return !this.person || this.person.waiting ? "waiting" : "live";
  }

  get person(): PersonRecord | undefined {
    return this.get("person", this.me);
  }

  get isFacilitator(): boolean {
    const role = this.person?.role ?? this.role;
    return role === "facilitator" || role === "cofacilitator";
  }

  get workshop(): WorkshopRecord | undefined {
    return this.get("workshop", "w");
  }

  get now(): NowRecord | undefined {
    return this.get("now", "w");
  }

  get<K extends Kind>(kind: K, id: string): RecordOf<K> | undefined {
    return this.#kind(kind).get(id) as RecordOf<K> | undefined;
  }

  all<K extends Kind>(kind: K): RecordOf<K>[] {
    return [...this.#kind(kind).values()] as RecordOf<K>[];
  }

  /** ms UTC by the server's clock. Reactive through `tick` only. */
  serverNow(): number {
    return this.#session?.clock.now() ?? Date.now();
  }

  /** Never rejects. Words, votes and answers wait for the network; what leads the room is answered `offline` at once. */
  do(command: Command): Promise<Answer> {
    const refusal: Answer = { ok: false, code: "offline", detail: {} };
    return this.#session?.do(command) ?? Promise.resolve(refusal);
  }

  /** `key` is "<kind>:<id>", for example "note:…". */
  state(key: string): "saved" | "here" | "refused" | undefined {
    const [kind, id] = split(key);
    return this.#states.get(key) ?? (this.#kind(kind).has(id) ? "saved" : undefined);
  }

  retry(n: number): Promise<Answer> {
    return this.#session?.retry(n) ?? Promise.resolve({ ok: false, code: "offline", detail: {} });
  }

  dismiss(n: number): void {
    this.#session?.dismiss(n);
  }

  setHere(at: string, x = 0, y = 0, typing = false): void {
    this.#session?.setHere({ at, x, y, typing });
  }

  newId(): string {
    return randomId();
  }

  /** Enter the workshop `id`. Rejects with a Refusal when there is no session here or the server cannot be reached. */
  async open(id: string, view: "" | "projector" = ""): Promise<void> {
    const first = await seatIn(id);
    this.id = id;
    this.me = view === "projector" ? "" : first.me;
    this.role = first.role;
    this.#projector = view === "projector";
    this.#session = await this.#begin(id, first, view);
    await this.#session.start();
    this.#wakeUp(this.#session);
  }

  async #begin(id: string, first: Seat, view: string): Promise<Session> {
    const scope = `${id}:${first.me}:${view}`;
    const disk = await openShelf(scope);
    this.lasting = disk !== undefined;
    const claims = browserClaims();
    const client = await clientOf(scope, sessionStorage, claims, async () => (await disk?.clients()) ?? [], randomId);
    const means = {
      door: doorOf(id),
      machine: browserMachine,
      shelf: disk ?? new MemoryShelf(),
      numbers: new StoredNumbers(localStorage),
      visible: () => document.visibilityState === "visible",
      newClient: () => {
        const made = keep(scope, sessionStorage, randomId());
        void claims.claim(made);
        return made;
      },
      view,
    };
    return new Session(client, this.me, means, this.#watcher());
  }

  #watcher(): Watcher {
    return {
      record: (key, record) => this.#record(key, record),
      status: (status, code) => {
        this.#link = status;
        this.closeCode = code;
        if (code === 4426) reloadOnce();
        if (code === 4410) location.reload();
      },
      me: (person) => (this.me = person),
      presence: (online, here) => {
        match(this.online, online);
        for (const person of this.here.keys()) if (!here.has(person)) this.here.delete(person);
        for (const [person, fragment] of here) this.here.set(person, fragment);
      },
      outbox: (states, refused, waiting) => this.#outbox(states, refused, waiting),
    };
  }

  #record(key: string, record: AnyRecord | undefined): void {
    const [kind, id] = split(key);
    if (record) this.#kind(kind).set(id, record);
    else this.#kind(kind).delete(id);
  }

  #outbox(states: ReadonlyMap<string, "here" | "refused">, refused: readonly Entry[], waiting: number): void {
    for (const key of this.#states.keys()) if (!states.has(key)) this.#states.delete(key);
    for (const [key, state] of states) this.#states.set(key, state);
    this.waiting = waiting;
    this.refused = refused.map(({ n, command, refused: why }) => ({
      n,
      command,
      code: why?.code ?? "unavailable",
      detail: why?.detail ?? {},
    }));
  }

  #kind(kind: string): SvelteMap<string, AnyRecord> {
    const records = this.#kinds.get(kind);
    if (!records) throw new Error(`no record kind ${kind}`);
    return records;
  }

  #wakeUp(session: Session): void {
    const wake = (): void => {
      if (document.visibilityState === "visible") session.wake();
    };
    document.addEventListener("visibilitychange", wake);
    for (const event of ["pageshow", "online", "focus"]) window.addEventListener(event, wake);
    let last = Date.now();
    setInterval(() => {
      const now = Date.now();
      // The machine slept, or somebody set its clock.
      if (Math.abs(now - last - 1000) > 5000) session.wake();
      last = now;
      this.tick += 1;
    }, 1000);
  }
}

export const room = new Room();
export type { Room };

async function seatIn(id: string): Promise<Seat> {
  return post<Seat>(`/api/w/${encodeURIComponent(id)}/seat`);
}

/**
 * The cookie is all a socket asks for (server/decisions/0001). A request before it could hang on a pooled connection
 * that died in the same sleep.
 */
function doorOf(id: string): Door {
  return { socket: (events) => browserSocket(address(id), events) };
}

function address(id: string): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws/${encodeURIComponent(id)}`;
}

const RELOADED = "accord:reloaded";

/** This page is older than the server. The outbox and the drafts are on disk, so a reload loses nothing. */
function reloadOnce(): void {
  const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (Date.now() - last < 60_000) return;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.reload();
}

function split(key: string): [string, string] {
  const at = key.indexOf(":");
  return [key.slice(0, at), key.slice(at + 1)];
}

function match(shown: Set<string>, wanted: ReadonlySet<string>): void {
  for (const value of shown) if (!wanted.has(value)) shown.delete(value);
  for (const value of wanted) shown.add(value);
}
