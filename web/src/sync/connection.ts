import type { Cancel, Machine } from "./clock";
import type { FromBrowser, HelloMessage, RawRecord, ToBrowser } from "./wire";

/** A socket as we need it; the browser's WebSocket fits through `browserSocket`. */
export interface Socket {
  send(text: string): void;
  close(): void;
}

export interface SocketEvents {
  open(): void;
  text(text: string): void;
  /** Records everybody may see, as a JSON list; they belong to the welcome that follows. */
  snapshot(list: string): void;
  closed(code: number): void;
}

export interface Door {
  socket(events: SocketEvents): Socket;
}

export interface Listener {
  hello(): HelloMessage;
  welcomed(message: Extract<ToBrowser, { t: "welcome" }>): void;
  message(message: ToBrowser): void;
  cut(): void;
  /** No way back by itself: the close code says why. */
  ended(code: number): void;
  visible(): boolean;
}

const CONNECT_LIMITS = [5_000, 8_000];
const FIRST_WAIT = 500;
const GROWTH = 1.7;
const LONGEST_WAIT = 10_000;
const LONGEST_WAIT_HIDDEN = 60_000;
const STABLE = 30_000;
const PING_EVERY = 10_000;
/** A little under 20 s, so that the second unanswered ping ends it and not the third. */
const SILENCE = 19_500;
const WAKE_LIMIT = 2_000;
const TOO_FAST_WAIT = 5_000;
/** Tries in a row that end with the same complaint before we stop. */
const PATIENCE = 3;

const FINAL = new Set([4403, 4404, 4409, 4410, 4426]);
const COMPLAINTS = new Set([4400, 4401]);

/**
 * One live connection, for ever: connects, says hello, notices silence, comes back. It belongs to one try at a time;
 * whatever an older socket still says is ignored by the identity of its try.
 */
export class Connection {
  readonly #door: Door;
  readonly #machine: Machine;
  readonly #listener: Listener;
  #try: Try | undefined;
  #failures = 0;
  #complaints = 0;
  #waiting: Cancel | undefined;
  #stopped = false;

  constructor(door: Door, machine: Machine, listener: Listener) {
    this.#door = door;
    this.#machine = machine;
    this.#listener = listener;
  }

  get live(): boolean {
    return this.#try?.welcomed ?? false;
  }

  start(): void {
    this.#stopped = false;
    this.#connect();
  }

  /** For good. */
  stop(): void {
    this.#stopped = true;
    this.#waiting?.();
    this.#drop();
  }

  send(message: FromBrowser): void {
    if (this.live) this.#try?.socket?.send(JSON.stringify(message));
  }

  /** The page came back, the network came back, or the clock jumped: prove that the line is alive, or take a new one. */
  wake(): void {
    if (this.#stopped) return;
    if (!this.#try) return this.#connect();
    if (!this.live) return;
    const tried = this.#try;
    const asked = this.#machine.mono();
    this.#ping();
    tried.after(this.#machine, WAKE_LIMIT, () => {
      if (tried === this.#try && tried.heard < asked) this.#restart();
    });
  }

  /** A new line at once, for example after the ids of the client changed. */
  again(): void {
    this.#drop();
    this.#connect();
  }

  #connect(): void {
    this.#waiting?.();
    this.#waiting = undefined;
    const tried = new Try(this.#machine.mono());
    this.#try = tried;
    const limit = CONNECT_LIMITS[Math.min(this.#failures, CONNECT_LIMITS.length - 1)] ?? SILENCE;
    tried.after(this.#machine, limit, () => {
      if (!tried.welcomed) this.#lost(tried, 0);
    });
    tried.socket = this.#door.socket({
      open: () => tried === this.#try && tried.socket?.send(JSON.stringify(this.#listener.hello())),
      text: (text) => tried === this.#try && this.#hear(tried, text),
      snapshot: (list) => (tried.snapshot = JSON.parse(list) as RawRecord[]),
      closed: (code) => this.#lost(tried, code),
    });
  }

  #hear(tried: Try, text: string): void {
    tried.heard = this.#machine.mono();
    const message = JSON.parse(text) as ToBrowser;
    if (message.t === "going_away") return this.#goAway(message.retry_ms);
    if (message.t === "welcome") return this.#welcome(tried, message);
    if (tried.welcomed) this.#listener.message(message);
  }

  #welcome(tried: Try, message: Extract<ToBrowser, { t: "welcome" }>): void {
    const first = !tried.welcomed;
    tried.welcomed = true;
    this.#complaints = 0;
    this.#listener.welcomed({ ...message, put: [...tried.snapshot, ...message.put] });
    tried.snapshot = [];
    // A later welcome on the same line only says that we may see other things now.
    if (!first) return;
    tried.after(this.#machine, STABLE, () => (this.#failures = 0));
    this.#ping();
    this.#beat(tried);
  }

  #beat(tried: Try): void {
    tried.after(this.#machine, PING_EVERY, () => {
      if (tried !== this.#try) return;
      // A hidden page's timers are throttled; the server's own pings keep its line open.
      if (this.#listener.visible()) {
        if (this.#machine.mono() - tried.heard >= SILENCE) return this.#restart();
        this.#ping();
      }
      this.#beat(tried);
    });
  }

  #ping(): void {
    this.send({ t: "ping", at: this.#machine.mono() });
  }

  #goAway(retryMs: number): void {
    this.#drop();
    this.#listener.cut();
    this.#waiting = this.#machine.later(retryMs, () => this.#connect());
  }

  #restart(): void {
    const was = this.live;
    this.#drop();
    if (was) this.#listener.cut();
    this.#connect();
  }

  #lost(tried: Try, code: number): void {
    if (tried !== this.#try) return;
    const was = tried.welcomed;
    this.#drop();
    if (was) this.#listener.cut();
    if (this.#stopped) return;
    if (FINAL.has(code)) return this.#end(code);
    if (COMPLAINTS.has(code) && ++this.#complaints >= PATIENCE) return this.#end(code);
    this.#waiting = this.#machine.later(this.#wait(code), () => this.#connect());
    this.#failures += 1;
  }

  #wait(code: number): number {
    const longest = this.#listener.visible() ? LONGEST_WAIT : LONGEST_WAIT_HIDDEN;
    const wait = this.#machine.random() * Math.min(longest, FIRST_WAIT * GROWTH ** this.#failures);
    return code === 4429 ? TOO_FAST_WAIT + wait : wait;
  }

  #end(code: number): void {
    this.#drop();
    this.#listener.ended(code);
  }

  #drop(): void {
    const tried = this.#try;
    this.#try = undefined;
    tried?.over();
  }
}

/** One attempt and the connection it became; its timers die with it. */
class Try {
  socket: Socket | undefined;
  welcomed = false;
  snapshot: RawRecord[] = [];
  heard: number;
  #timers: Cancel[] = [];

  constructor(now: number) {
    this.heard = now;
  }

  after(machine: Machine, ms: number, run: () => void): void {
    this.#timers.push(machine.later(ms, run));
  }

  over(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers = [];
    this.socket?.close();
  }
}

export function browserSocket(address: string, events: SocketEvents): Socket {
  const socket = new WebSocket(address);
  socket.binaryType = "arraybuffer";
  // Unpacking takes a moment; what comes after a packed frame waits for it, so the order stays.
  let before: Promise<void> | undefined;
  socket.onopen = () => events.open();
  socket.onmessage = (event: MessageEvent<string | ArrayBuffer>) => {
    const data = event.data;
    if (typeof data !== "string")
      before = (before ?? Promise.resolve()).then(async () => events.snapshot(await unpacked(data)));
    else if (before) before = before.then(() => events.text(data));
    else events.text(data);
  };
  socket.onclose = (event) => events.closed(event.code);
  return { send: (text) => socket.readyState === WebSocket.OPEN && socket.send(text), close: () => socket.close() };
}

async function unpacked(data: ArrayBuffer): Promise<string> {
  const plain = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(plain).text();
}
