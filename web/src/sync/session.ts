import { ServerClock, type Machine } from "./clock";
import { Connection, type Door, type Listener } from "./connection";
import { no, Outbox, type Answer, type Entry, type Numbers, type Shelf } from "./outbox";
import { promptWritten } from "./classes";
import { predict } from "./predict";
import { Store, type View } from "./store";
import {
  MAX_FRAME,
  PROTOCOL,
  type AnyRecord,
  type Command,
  type FromBrowser,
  type HereFragment,
  type HereMessage,
  type ToBrowser,
} from "./wire";

export type Status = "connecting" | "live" | "offline" | "closed";

export interface Watcher {
  record(key: string, record: AnyRecord | undefined): void;
  status(status: Status, closeCode: number | null): void;
  me(person: string): void;
  presence(online: ReadonlySet<string>, here: ReadonlyMap<string, HereFragment>): void;
  /** The outbox changed: what waits, what was refused. */
  outbox(states: ReadonlyMap<string, "here" | "refused">, refused: readonly Entry[], waiting: number): void;
}

export interface Means {
  door: Door;
  machine: Machine;
  shelf: Shelf;
  numbers: Numbers;
  visible(): boolean;
  /** A fresh id for this tab, after another tab turned out to have the same one. */
  newClient(): string;
  view: string;
}

const HERE_EVERY = 50;

/** One person in one workshop, in one tab: records, commands, presence and time over one connection. Knows no framework. */
export class Session {
  readonly store: Store;
  readonly clock: ServerClock;
  readonly #means: Means;
  readonly #watcher: Watcher;
  readonly #connection: Connection;
  #outbox: Outbox;
  #epoch = "";
  #seq = 0;
  #me = "";
  #online = new Set<string>();
  #here = new Map<string, HereFragment>();
  #pointer: HereMessage = { t: "here" };
  #pointerSent = "";
  #pointerAt = -HERE_EVERY;
  #pointerWaits = false;

  constructor(client: string, me: string, means: Means, watcher: Watcher) {
    this.#means = means;
    this.#watcher = watcher;
    this.#me = me;
    this.store = new Store((key, record) => watcher.record(key, record));
    this.clock = new ServerClock(means.machine);
    this.#outbox = this.#newOutbox(client);
    this.#connection = new Connection(means.door, means.machine, this.#listener());
  }

  async start(): Promise<void> {
    await this.#outbox.restore(this.#means.machine.wall());
    this.#connection.start();
  }

  stop(): void {
    this.#connection.stop();
  }

  /** Never rejects. What may wait is kept until it is answered; the rest is answered at once while offline. */
  do(command: Command): Promise<Answer> {
    const size = new TextEncoder().encode(JSON.stringify(command)).length;
    if (size > MAX_FRAME - 100) return Promise.resolve(no("bad_input", { field: "text" }));
    return this.#outbox.add(command, this.#means.machine.wall(), this.#sealed(command));
  }

  /** What a hidden author writes. */
  #sealed(command: Command): boolean {
    const prompt = promptWritten(command, (note) => this.store.get("note", note)?.prompt);
    return prompt !== undefined && this.store.get("prompt", prompt)?.visibility === "hidden";
  }

  /** Once more, as a new command. What was written on top of an older wording now goes on top of the current one. */
  retry(n: number): Promise<Answer> {
    const entry = this.#outbox.dismiss(n);
    return entry ? this.do(this.#rebased(entry.command)) : Promise.resolve(no("not_found"));
  }

  dismiss(n: number): void {
    this.#outbox.dismiss(n);
  }

  wake(): void {
    this.clock.forget();
    this.#connection.wake();
  }

  /** At most one frame in 50 ms, the newest. */
  setHere(here: Omit<HereMessage, "t">): void {
    this.#pointer = { t: "here", ...here };
    if (this.#pointerWaits) return;
    const due = this.#pointerAt + HERE_EVERY - this.#means.machine.mono();
    if (due <= 0) return this.#point();
    this.#pointerWaits = true;
    this.#means.machine.later(due, () => this.#point());
  }

  #point(): void {
    this.#pointerWaits = false;
    const text = JSON.stringify(this.#pointer);
    if (text === this.#pointerSent || !this.#connection.live) return;
    this.#pointerSent = text;
    this.#pointerAt = this.#means.machine.mono();
    this.#connection.send(this.#pointer);
  }

  #newOutbox(client: string): Outbox {
    return new Outbox(client, this.#means.shelf, this.#means.numbers, this.#means.machine, () => this.#outboxChanged());
  }

  #outboxChanged(): void {
    const { pending, refused } = this.#outbox;
    const saved = savedView(this.store);
    const commands = pending.map((entry) => entry.command);
    this.store.lay(predict(commands, saved, this.#me));
    this.#watcher.outbox(this.#outbox.states(this.#me), refused, pending.length);
  }

  #listener(): Listener {
    return {
      hello: () => ({
        t: "hello",
        client: this.#outbox.client,
        protocol: PROTOCOL,
        epoch: this.#epoch,
        seq: this.#seq,
        view: this.#means.view,
      }),
      welcomed: (message) => this.#welcomed(message),
      message: (message) => this.#message(message),
      cut: () => this.#cut(),
      ended: (code) => this.#ended(code),
      visible: () => this.#means.visible(),
    };
  }

  #welcomed(message: Extract<ToBrowser, { t: "welcome" }>): void {
    this.clock.welcome(message.now);
    this.#me = message.me;
    this.#epoch = message.epoch;
    this.#seq = message.seq;
    this.store.take(message.put, message.gone, message.full);
    this.#online = new Set(message.online);
    this.#here = new Map();
    this.#watcher.me(message.me);
    this.#outbox.connected(
      (n, command) => this.#send({ t: "do", n, do: command }),
      message.upto ?? 0,
      message.done ?? [],
      message.seq,
    );
    this.#watcher.presence(this.#online, this.#here);
    this.#watcher.status("live", null);
    this.#pointerSent = "";
  }

  #send(message: FromBrowser): void {
    this.#connection.send(message);
  }

  #message(message: ToBrowser): void {
    switch (message.t) {
      case "records":
        return this.#records(message);
      case "not_done":
        return this.#outbox.notDone(message.n, message.code, message.detail ?? {});
      case "pong":
        return this.clock.pong(message.at, message.now);
    }
  }

  #records(message: Extract<ToBrowser, { t: "records" }>): void {
    this.#seq = Math.max(this.#seq, message.seq ?? 0);
    this.store.take(message.put ?? [], message.gone ?? [], false);
    this.#outbox.saved(message.done ?? [], message.seq ?? this.#seq);
    // Guesses about records that just changed rest on what is now saved.
    if (this.#outbox.pending.length > 0) this.#outboxChanged();
    this.#presence(message);
  }

  #presence(message: Extract<ToBrowser, { t: "records" }>): void {
    const { here = [], online = [], offline = [] } = message;
    if (here.length + online.length + offline.length === 0) return;
    for (const fragment of here) this.#here.set(fragment.p, fragment);
    for (const person of online) this.#online.add(person);
    for (const person of offline) {
      this.#online.delete(person);
      this.#here.delete(person);
    }
    this.#watcher.presence(this.#online, this.#here);
  }

  #cut(): void {
    this.#outbox.cut();
    this.#here = new Map();
    this.#watcher.presence(this.#online, this.#here);
    this.#watcher.status("offline", null);
  }

  #ended(code: number): void {
    if (code === 4409) return this.#superseded();
    this.#outbox.cut();
    this.#watcher.status("closed", code);
  }

  /**
   * Another tab came with our id: it keeps the id and what waits, since it read both from the same shelf. We go on
   * under a new id with an empty outbox, so the two can never push each other out in turn.
   */
  #superseded(): void {
    this.#outbox = this.#newOutbox(this.#means.newClient());
    this.#outboxChanged();
    this.#watcher.status("offline", null);
    this.#connection.again();
  }

  #rebased(command: Command): Command {
    if (command.t === "edit_note")
      return { ...command, base: this.store.get("note", command.note)?.version ?? command.base };
    if (command.t === "rename_theme") {
      return { ...command, base: this.store.get("theme", command.theme)?.version ?? command.base };
    }
    if (command.t === "set_cell") {
      return { ...command, base: this.store.get("row", command.row)?.cells[command.field]?.version ?? 0 };
    }
    if (command.t === "add_note") return { ...command, late: this.#late(command.prompt) };
    return command;
  }

  #late(prompt: string): boolean {
    const phase = this.store.get("prompt", prompt)?.phase;
    const hidden = this.store.get("prompt", prompt)?.visibility === "hidden";
    return !hidden && (phase === "reveal" || phase === "discuss");
  }
}

function savedView(store: Store): View {
  return {
    get: (kind, id) => store.saved(`${kind}:${id}`) as never,
    all: (kind) => [...store.savedRecords().values()].filter((record) => record.t === kind) as never,
  };
}
