/** A machine, a network and a server for tests: virtual time, seeded chance, everything in one thread. */
import type { Cancel, Machine } from "./clock";
import type { Door, Socket, SocketEvents } from "./connection";
import type { Entry, Numbers, Shelf } from "./outbox";
import type { Command, DoMessage, FromBrowser, HelloMessage, RawRecord, ToBrowser, WelcomeMessage } from "./wire";

export class FakeMachine implements Machine {
  time = 1_000;
  /** How far the person's clock is from the true one, ms. */
  wrong = 0;
  #state: number;
  #timers: { at: number; order: number; run: () => void }[] = [];
  #order = 0;

  constructor(seed = 1) {
    this.#state = seed * 2654435761 + 1;
  }

  mono(): number {
    return this.time;
  }

  wall(): number {
    return 1_790_000_000_000 + this.time + this.wrong;
  }

  later(ms: number, run: () => void): Cancel {
    const timer = { at: this.time + ms, order: ++this.#order, run };
    this.#timers.push(timer);
    return () => (this.#timers = this.#timers.filter((other) => other !== timer));
  }

  /** mulberry32 */
  random(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  below(n: number): number {
    return Math.floor(this.random() * n);
  }

  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      await settled();
      const due = this.#timers.filter((timer) => timer.at <= end);
      const next = due.sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.time = Math.max(this.time, next.at);
      next.run();
    }
    this.time = end;
    await settled();
  }
}

async function settled(): Promise<void> {
  for (let i = 0; i < 8; i++) await Promise.resolve();
}

interface Answered {
  accepted: boolean;
  command: string;
}

/** Accepts notes and votes, refuses words that begin with "no", keeps what it answered, sends what changed. */
export class FakeServer {
  records = new Map<string, RawRecord>();
  epoch = "e1";
  seq = 0;
  applied: string[] = [];
  conflicts = 0;
  tooFast = 0;
  hellos: HelloMessage[] = [];
  /** Closes every new line with this code. */
  refuses: number | undefined;
  me = "p1";
  readonly machine: FakeMachine;
  /** The server's clock is ahead of the true one by this, ms. */
  ahead = 0;
  #answers = new Map<string, Map<number, Answered>>();
  #changes: { seq: number; put: RawRecord[]; gone: string[] }[] = [];
  #lines = new Set<FakeLine>();

  constructor(machine: FakeMachine) {
    this.machine = machine;
    this.#put({ t: "prompt", id: "s.q", step: "s", visibility: "team", votes: 3, phase: "write" });
    this.#put({ t: "person", id: "p1", name: "Ala", number: 1, role: "member", team: "sales", language: "pl" });
  }

  now(): number {
    return this.machine.wall() - this.machine.wrong + this.ahead;
  }

  attach(line: FakeLine): void {
    this.#lines.add(line);
  }

  detach(line: FakeLine): void {
    this.#lines.delete(line);
  }

  hear(line: FakeLine, message: FromBrowser): void {
    if (message.t === "hello") this.#hello(line, message);
    else if (message.t === "do") this.#do(line, message);
    else if (message.t === "ping") line.toBrowser({ t: "pong", at: message.at, now: this.now() });
  }

  /** Somebody else changes a record. */
  change(record: RawRecord): void {
    this.#put(record);
    this.#tell(undefined, [record], [], undefined);
  }

  #hello(line: FakeLine, hello: HelloMessage): void {
    this.hellos.push(hello);
    for (const other of this.#lines) if (other !== line && other.client === hello.client) other.closeByServer(4409);
    line.client = hello.client;
    const welcome = this.#welcome(hello);
    if (!welcome.full) return line.toBrowser(welcome);
    line.pack(welcome.put);
    line.toBrowser({ ...welcome, put: [] });
  }

  #welcome(hello: HelloMessage): WelcomeMessage {
    const full = hello.epoch !== this.epoch || (hello.seq ?? 0) > this.seq;
    const since = this.#changes.filter((change) => change.seq > (hello.seq ?? 0));
    const keys = new Set(since.flatMap((c) => [...c.put.map((r) => `${r.t}:${r.id}`), ...c.gone]));
    const answers = [...(this.#answers.get(hello.client) ?? [])].filter(([, a]) => a.accepted).map(([n]) => n);
    let upto = 0;
    while (answers.includes(upto + 1)) upto += 1;
    return {
      t: "welcome",
      me: this.me,
      epoch: this.epoch,
      seq: this.seq,
      now: this.now(),
      full,
      put: full ? [...this.records.values()] : [...keys].flatMap((key) => this.records.get(key) ?? []),
      gone: full ? [] : [...keys].filter((key) => !this.records.has(key)),
      online: [this.me],
      upto,
      done: answers.filter((n) => n > upto),
    };
  }

  #do(line: FakeLine, { n, do: command }: DoMessage): void {
    const answers = this.#answers.get(line.client) ?? new Map<number, Answered>();
    this.#answers.set(line.client, answers);
    const before = answers.get(n);
    if (!before && !line.take(this.machine.time)) {
      this.tooFast += 1;
      return line.toBrowser({ t: "not_done", n, code: "too_fast" });
    }
    if (before && before.command !== JSON.stringify(command)) this.conflicts += 1;
    const answer = before ?? { accepted: !refuses(command), command: JSON.stringify(command) };
    answers.set(n, answer);
    if (!answer.accepted) return line.toBrowser({ t: "not_done", n, code: "phase_closed" });
    if (before) return line.toBrowser({ t: "records", seq: this.seq, done: [n] });
    this.applied.push(`${line.client}:${n}`);
    const [put, gone] = this.#effect(command);
    this.#tell(line, put, gone, n);
  }

  #effect(command: Command): [RawRecord[], string[]] {
    const put: RawRecord[] = [];
    const gone: string[] = [];
    if (command.t === "add_note") {
      put.push({ t: "note", id: command.id, prompt: command.prompt, text: command.text, place: 1, version: 1 });
      put.push({ t: "authorship", id: command.id, person: this.me });
    } else if (command.t === "edit_note") {
      const note = this.records.get(`note:${command.note}`);
      if (note) put.push({ ...note, text: command.text, version: Number(note.version) + 1 });
    } else if (command.t === "remove_note") gone.push(`note:${command.note}`, `authorship:${command.note}`);
    for (const record of put) this.#put(record, false);
    for (const key of gone) this.records.delete(key);
    return [put, gone];
  }

  #put(record: RawRecord, log = true): void {
    this.records.set(`${record.t}:${record.id}`, record);
    if (log) this.#changes.push({ seq: ++this.seq, put: [record], gone: [] });
  }

  #tell(author: FakeLine | undefined, put: RawRecord[], gone: string[], n: number | undefined): void {
    if (author) this.#changes.push({ seq: ++this.seq, put, gone });
    for (const line of this.#lines) {
      if (!line.client) continue;
      const done = line === author && n !== undefined ? [n] : [];
      line.toBrowser({ t: "records", seq: this.seq, put, gone, done });
    }
  }
}

function refuses(command: Command): boolean {
  return (command.t === "add_note" || command.t === "edit_note") && command.text.startsWith("no");
}

/** One connection. Frames keep their order; a cut loses what is on its way. */
export class FakeLine implements Socket {
  client = "";
  up = true;
  /** Frames vanish, nobody is told: Wi-Fi that is gone, a laptop that slept. */
  dead = false;
  #level = 60;
  #levelAt = 0;
  readonly #network: FakeNetwork;
  readonly #events: SocketEvents;

  constructor(network: FakeNetwork, events: SocketEvents) {
    this.#network = network;
    this.#events = events;
    network.server.attach(this);
    this.#deliver(() => events.open());
  }

  send(text: string): void {
    const message = JSON.parse(text) as FromBrowser;
    this.#network.sent.push(message);
    this.#deliver(() => this.#network.server.hear(this, message));
    if (this.#network.machine.chance(this.#network.duplicates)) {
      this.#deliver(() => this.#network.server.hear(this, message));
    }
  }

  pack(records: RawRecord[]): void {
    const list = JSON.stringify(records);
    this.#deliver(() => this.#events.snapshot(list));
  }

  toBrowser(message: ToBrowser): void {
    const text = JSON.stringify(message);
    this.#deliver(() => this.#events.text(text));
    if (message.t === "records" && this.#network.machine.chance(this.#network.duplicates)) {
      this.#deliver(() => this.#events.text(text));
    }
  }

  /** Twenty commands a second, sixty at once. */
  take(now: number): boolean {
    this.#level = Math.min(60, this.#level + ((now - this.#levelAt) / 1000) * 20);
    this.#levelAt = now;
    if (this.#level < 1) return false;
    this.#level -= 1;
    return true;
  }

  close(): void {
    this.#end(1000);
  }

  closeByServer(code: number): void {
    this.#end(code);
  }

  #end(code: number): void {
    if (!this.up) return;
    this.up = false;
    this.#network.server.detach(this);
    this.#network.machine.later(1, () => this.#events.closed(code));
  }

  #deliver(run: () => void): void {
    if (this.dead || !this.up) return;
    this.#network.machine.later(this.#network.delay, () => {
      if (this.up && !this.dead) run();
    });
  }
}

export class FakeNetwork {
  readonly machine: FakeMachine;
  readonly server: FakeServer;
  reachable = true;
  delay = 5;
  duplicates = 0;
  sent: FromBrowser[] = [];
  lines: FakeLine[] = [];

  constructor(machine: FakeMachine, server: FakeServer) {
    this.machine = machine;
    this.server = server;
  }

  get line(): FakeLine | undefined {
    return this.lines.at(-1);
  }

  door(): Door {
    return {
      socket: (events) => {
        const line = new FakeLine(this, events);
        this.lines.push(line);
        const code = this.reachable ? this.server.refuses : 1006;
        if (code) line.closeByServer(code);
        return line;
      },
    };
  }

  cut(code = 1006): void {
    this.line?.closeByServer(code);
  }
}

/** Survives the page: a reload is a new session on the same disk. */
export class FakeDisk implements Shelf, Numbers {
  readonly lasting = true;
  readonly #entries = new Map<string, string>();
  readonly #numbers = new Map<string, number>();

  load(client: string): Promise<Entry[]> {
    const own = [...this.#entries].filter(([key]) => key.startsWith(`${client}#`));
    return Promise.resolve(own.map(([, text]) => JSON.parse(text) as Entry));
  }

  put(client: string, entry: Entry): void {
    this.#entries.set(`${client}#${entry.n}`, JSON.stringify(entry));
  }

  remove(client: string, n: number): void {
    this.#entries.delete(`${client}#${n}`);
  }

  next(client: string): number {
    const n = (this.#numbers.get(client) ?? 0) + 1;
    this.#numbers.set(client, n);
    return n;
  }
}
