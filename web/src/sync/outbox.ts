import type { Cancel, Machine } from "./clock";
import { subject, waits, wordsOf } from "./classes";
import type { Command } from "./wire";

/** One command of this client. `refused` is set once the server, or we, said no and the words are kept. */
export interface Entry {
  n: number;
  command: Command;
  /** Wall time of writing, ms. */
  at: number;
  refused?: { code: string; detail: Record<string, unknown> };
}

export type Answer = { ok: true; seq: number } | { ok: false; code: string; detail: Record<string, unknown> };

/** Where entries outlive the page. Writes may take their time; they are kept in order. */
export interface Shelf {
  load(client: string): Promise<Entry[]>;
  put(client: string, entry: Entry): void;
  remove(client: string, n: number): void;
  /** False where nothing can be kept: the page then says so. */
  readonly lasting: boolean;
}

/**
 * The next number of a client. Must be on disk before it returns: a number is never used twice. What hidden authors
 * write has numbers of its own, from SEALED on and with gaps, so that the others tell neither whether nor how much.
 */
export interface Numbers {
  next(client: string, sealed: boolean): number;
}

export const SEALED = 2 ** 40;

export const MOST_WAITING = 500;
export const OLDEST = 12 * 3600 * 1000;
/** So many are on their way at once, and so many leave in a second, so that a long absence does not come back as a flood. */
export const WINDOW = 32;
const PER_SECOND = 15;
const AT_ONCE = 40;
const TOO_FAST_REST = 1_000;

export interface Waiting extends Entry {
  sent: boolean;
  /** Came from an earlier page or connection: whoever asked may no longer listen. */
  again: boolean;
  answer: ((answer: Answer) => void) | undefined;
}

/**
 * Commands in the order they were given. Each is answered exactly once: by the server, or by us where it may not wait.
 * `send` is undefined while there is no connection.
 */
export class Outbox {
  readonly client: string;
  readonly #shelf: Shelf;
  readonly #numbers: Numbers;
  #waiting = new Map<number, Waiting>();
  #refused = new Map<number, Entry>();
  #send: ((n: number, command: Command) => void) | undefined;
  readonly #changed: () => void;
  readonly #machine: Pick<Machine, "mono" | "later">;
  #tokens = AT_ONCE;
  #filledAt: number;
  #rest: Cancel | undefined;

  constructor(
    client: string,
    shelf: Shelf,
    numbers: Numbers,
    machine: Pick<Machine, "mono" | "later">,
    changed: () => void,
  ) {
    this.#machine = machine;
    this.#filledAt = machine.mono();
    this.client = client;
    this.#shelf = shelf;
    this.#numbers = numbers;
    this.#changed = changed;
  }

  /** What an earlier page of this client left behind. What is too old is not sent, but its words are shown. */
  async restore(now: number): Promise<void> {
    const entries = (await this.#shelf.load(this.client)).sort((a, b) => a.n - b.n);
    for (const entry of entries) {
      if (entry.refused) this.#refused.set(entry.n, entry);
      else if (now - entry.at > OLDEST) this.#keep({ ...entry, refused: { code: "unsent", detail: {} } });
      else this.#waiting.set(entry.n, { ...entry, sent: false, again: true, answer: undefined });
    }
    this.#changed();
  }

  /** Commands without an answer, in order. */
  get pending(): readonly Waiting[] {
    return [...this.#waiting.values()];
  }

  get refused(): readonly Entry[] {
    return [...this.#refused.values()];
  }

  add(command: Command, now: number, sealed = false): Promise<Answer> {
    const queued = waits(command);
    if (!queued && !this.#send) return Promise.resolve(no("offline"));
    if (this.#waiting.size >= MOST_WAITING) return Promise.resolve(no("outbox_full"));
    const entry: Entry = { n: this.#numbers.next(this.client, sealed), command, at: now };
    if (queued) this.#shelf.put(this.client, entry);
    return new Promise((answer) => {
      this.#waiting.set(entry.n, { ...entry, sent: false, again: false, answer });
      this.#pump();
      this.#changed();
    });
  }

  /** The server knows everything up to `upto`, and `done`. Send the rest again, in order. */
  connected(send: (n: number, command: Command) => void, upto: number, done: readonly number[], seq: number): void {
    const known = new Set(done);
    for (const entry of this.pending) {
      if (entry.n <= upto || known.has(entry.n)) this.#settle(entry.n, { ok: true, seq });
      else if (entry.again && !waits(entry.command)) this.#settle(entry.n, no("offline"));
    }
    this.#send = send;
    this.#pump();
    this.#changed();
  }

  /** The connection is gone. What was on its way is sent again, unless it may not wait: that is asked at the next welcome. */
  cut(): void {
    this.#send = undefined;
    for (const entry of this.#waiting.values()) {
      if (entry.sent) entry.again = true;
      entry.sent = false;
    }
  }

  saved(numbers: readonly number[], seq: number): void {
    for (const n of numbers) this.#settle(n, { ok: true, seq });
    this.#pump();
    if (numbers.length > 0) this.#changed();
  }

  notDone(n: number, code: string, detail: Record<string, unknown>): void {
    const entry = this.#waiting.get(n);
    if (entry && code === "too_fast" && waits(entry.command)) return this.#slowDown(entry);
    this.#settle(n, { ok: false, code, detail });
    this.#pump();
    this.#changed();
  }

  dismiss(n: number): Entry | undefined {
    const entry = this.#refused.get(n);
    this.#refused.delete(n);
    this.#shelf.remove(this.client, n);
    this.#changed();
    return entry;
  }

  /** Keys of records that wait here, or were refused. */
  states(me: string): Map<string, "here" | "refused"> {
    const states = new Map<string, "here" | "refused">();
    for (const entry of this.#refused.values()) mark(states, subject(entry.command, me), "refused");
    for (const entry of this.#waiting.values()) mark(states, subject(entry.command, me), "here");
    return states;
  }

  #settle(n: number, answer: Answer): void {
    const entry = this.#waiting.get(n);
    if (!entry) return;
    this.#waiting.delete(n);
    const { command, at } = entry;
    const listens = entry.answer !== undefined && !entry.again;
    if (!answer.ok && waits(command) && (wordsOf(command) || !listens)) {
      this.#keep({ n, command, at, refused: { code: answer.code, detail: answer.detail } });
    } else if (waits(command)) this.#shelf.remove(this.client, n);
    entry.answer?.(answer);
  }

  #keep(entry: Entry): void {
    this.#refused.set(entry.n, entry);
    this.#shelf.put(this.client, entry);
  }

  #pump(): void {
    let onTheWay = 0;
    for (const entry of this.#waiting.values()) {
      if (onTheWay >= WINDOW || !this.#send || this.#rest) return;
      onTheWay += 1;
      if (entry.sent) continue;
      if (!this.#take()) return this.#restFor(1000 / PER_SECOND);
      entry.sent = true;
      this.#send(entry.n, entry.command);
    }
  }

  #take(): boolean {
    const now = this.#machine.mono();
    this.#tokens = Math.min(AT_ONCE, this.#tokens + ((now - this.#filledAt) / 1000) * PER_SECOND);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** The server did not even look at it: it goes again, under the same number. */
  #slowDown(entry: Waiting): void {
    entry.sent = false;
    this.#tokens = 0;
    this.#restFor(TOO_FAST_REST);
  }

  #restFor(ms: number): void {
    this.#rest?.();
    this.#rest = this.#machine.later(ms, () => {
      this.#rest = undefined;
      this.#pump();
    });
  }
}

export const no = (code: string, detail: Record<string, unknown> = {}): Answer => ({ ok: false, code, detail });

function mark<S>(states: Map<string, S>, key: string | undefined, state: S): void {
  if (key) states.set(key, state);
}
