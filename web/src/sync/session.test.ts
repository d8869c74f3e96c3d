import { describe, expect, it } from "vitest";
import { FakeDisk, FakeMachine, FakeNetwork, FakeServer } from "./fakes";
import type { Answer, Entry } from "./outbox";
import { Session, type Status, type Watcher } from "./session";
import { DEFAULTS, type AnyRecord, type Command, type RawRecord } from "./wire";

class Page implements Watcher {
  shown = new Map<string, AnyRecord>();
  statuses: Status[] = [];
  closeCode: number | null = null;
  states: ReadonlyMap<string, string> = new Map();
  refused: readonly Entry[] = [];
  waiting = 0;
  record(key: string, record: AnyRecord | undefined): void {
    if (record) this.shown.set(key, record);
    else this.shown.delete(key);
  }
  status(status: Status, code: number | null): void {
    this.statuses.push(status);
    this.closeCode = code;
  }
  me(): void {
    // Known from the start.
  }
  presence(): void {
    // Not looked at here.
  }
  outbox(states: ReadonlyMap<string, "here" | "refused">, refused: readonly Entry[], waiting: number): void {
    this.states = states;
    this.refused = refused;
    this.waiting = waiting;
  }
}

class Desk {
  readonly machine: FakeMachine;
  readonly server: FakeServer;
  readonly network: FakeNetwork;
  readonly disk = new FakeDisk();
  page = new Page();
  session: Session;
  visible = true;
  #clients = 0;

  constructor(seed = 1) {
    this.machine = new FakeMachine(seed);
    this.server = new FakeServer(this.machine);
    this.network = new FakeNetwork(this.machine, this.server);
    this.session = this.open("c0");
  }

  open(client: string, page = this.page): Session {
    const means = {
      door: this.network.door(),
      machine: this.machine,
      shelf: this.disk,
      numbers: this.disk,
      visible: () => this.visible,
      newClient: () => `fresh${++this.#clients}`,
      view: "",
    };
    return new Session(client, "p1", means, page);
  }

  async started(): Promise<this> {
    await this.session.start();
    await this.machine.pass(100);
    return this;
  }

  async reload(): Promise<void> {
    this.session.stop();
    this.page = new Page();
    this.session = this.open("c0");
    await this.session.start();
  }

  add(id: string, text: string): Promise<Answer> {
    return this.session.do({ t: "add_note", id, prompt: "s.q", text });
  }
}

const text = (page: Page, id: string): unknown => (page.shown.get(`note:${id}`) as { text?: string } | undefined)?.text;

describe("a command", () => {
  it("is shown at once, marked as only here, and saved when the answer comes (P3)", async () => {
    const desk = await new Desk().started();
    const answer = desk.add("a", "hello");
    expect(text(desk.page, "a")).toBe("hello");
    expect(desk.page.states.get("note:a")).toBe("here");
    await desk.machine.pass(50);
    expect(await answer).toMatchObject({ ok: true });
    expect(desk.page.states.has("note:a")).toBe(false);
    expect(text(desk.page, "a")).toBe("hello");
  });

  it("that is refused takes its guess away and keeps its words", async () => {
    const desk = await new Desk().started();
    const answer = desk.add("a", "no, too late");
    await desk.machine.pass(50);
    expect(await answer).toEqual({ ok: false, code: "phase_closed", detail: {} });
    expect(text(desk.page, "a")).toBeUndefined();
    expect(desk.page.states.get("note:a")).toBe("refused");
    expect(desk.page.refused).toMatchObject([{ command: { text: "no, too late" }, refused: { code: "phase_closed" } }]);
  });

  it("that was refused stays with its words over a reload, until it is dismissed", async () => {
    const desk = await new Desk().started();
    void desk.add("a", "no");
    await desk.machine.pass(50);
    await desk.reload();
    expect(desk.page.refused).toHaveLength(1);
    desk.session.dismiss(desk.page.refused[0]?.n ?? 0);
    await desk.reload();
    expect(desk.page.refused).toHaveLength(0);
  });

  it("written without network waits and arrives after the network is back, in order (P10)", async () => {
    const desk = await new Desk().started();
    desk.network.reachable = false;
    desk.network.cut();
    await desk.machine.pass(100);
    const answers = [desk.add("a", "one"), desk.add("b", "two")];
    void desk.session.do({ t: "edit_note", note: "a", text: "one and a half", base: 1 });
    await desk.machine.pass(60_000);
    expect(text(desk.page, "a")).toBe("one and a half");
    expect(desk.page.waiting).toBe(3);
    desk.network.reachable = true;
    await desk.machine.pass(11_000);
    expect((await Promise.all(answers)).every((answer) => answer.ok)).toBe(true);
    expect(desk.server.applied).toEqual(["c0:1", "c0:2", "c0:3"]);
    expect(desk.server.records.get("note:a")).toMatchObject({ text: "one and a half" });
  });

  it("that leads the room is answered at once while offline, and is never sent later", async () => {
    const desk = await new Desk().started();
    desk.network.reachable = false;
    desk.network.cut();
    await desk.machine.pass(100);
    const never: Command[] = [
      { t: "freeze" },
      { t: "go_to", step: "s", turn: 0, phase: "vote" },
      { t: "sign", version: "1.0", hash: "h", understands: true, decision: "accept", name: "Ala" },
    ];
    for (const command of never) {
      expect(await desk.session.do(command)).toEqual({ ok: false, code: "offline", detail: {} });
    }
    desk.network.reachable = true;
    await desk.machine.pass(20_000);
    expect(desk.network.sent.filter((message) => message.t === "do")).toEqual([]);
  });

  it("that leads the room and was on its way when the line broke is never sent twice", async () => {
    const desk = await new Desk().started();
    if (desk.network.line) desk.network.line.dead = true;
    const answer = desk.session.do({ t: "freeze" });
    desk.network.cut();
    await desk.machine.pass(20_000);
    expect(await answer).toMatchObject({ ok: false, code: "offline" });
    expect(desk.server.applied).toEqual([]);
  });

  it("that leads the room counts as done when the server had it before the line broke", async () => {
    const desk = await new Desk().started();
    const answer = desk.session.do({ t: "freeze" });
    desk.machine.later(6, () => desk.network.cut());
    await desk.machine.pass(20_000);
    expect(await answer).toMatchObject({ ok: true });
    expect(desk.server.applied).toEqual(["c0:1"]);
  });

  it("too long for a frame is refused here, so that it cannot break the line again and again", async () => {
    const desk = await new Desk().started();
    expect(await desk.add("a", "ż".repeat(20_000))).toMatchObject({ ok: false, code: "bad_input" });
    expect(desk.page.statuses.at(-1)).toBe("live");
  });

  it("number 501 without network is refused, 500 are kept", async () => {
    const desk = new Desk();
    for (let i = 0; i < 500; i++) void desk.add(`n${i}`, "x");
    expect(await desk.add("last", "x")).toMatchObject({ ok: false, code: "outbox_full" });
    await desk.session.start();
    await desk.machine.pass(60_000);
    expect(desk.server.applied).toHaveLength(500);
    expect(desk.server.tooFast).toBe(0);
  });

  it("that came too fast goes again by itself", async () => {
    const desk = await new Desk().started();
    const line = desk.network.line;
    if (line) line.take = () => desk.machine.time > 5_000;
    const answer = desk.add("a", "patience");
    await desk.machine.pass(10_000);
    expect(await answer).toMatchObject({ ok: true });
    expect(desk.page.refused).toEqual([]);
  });

  it("left for more than twelve hours is not sent, but its words are shown", async () => {
    const desk = new Desk();
    void desk.add("a", "yesterday");
    await desk.machine.pass(13 * 3600_000);
    await desk.reload();
    await desk.machine.pass(1_000);
    expect(desk.server.applied).toEqual([]);
    expect(desk.page.refused).toMatchObject([{ refused: { code: "unsent" }, command: { text: "yesterday" } }]);
  });

  it("retried goes on top of the words of now", async () => {
    const desk = await new Desk().started();
    void desk.add("a", "mine");
    await desk.machine.pass(50);
    void desk.session.do({ t: "edit_note", note: "a", text: "no", base: 1 });
    await desk.machine.pass(50);
    desk.server.change({ t: "note", id: "a", prompt: "s.q", text: "theirs", place: 1, version: 7 } as RawRecord);
    await desk.machine.pass(50);
    void desk.session.retry(desk.page.refused[0]?.n ?? 0);
    expect(desk.network.sent.at(-1)).toMatchObject({ do: { t: "edit_note", base: 7 } });
    expect(desk.page.refused).toHaveLength(0);
  });
});

describe("the line", () => {
  it("that is silently dead is replaced after 20 s of silence (P9)", async () => {
    const desk = await new Desk().started();
    if (desk.network.line) desk.network.line.dead = true;
    await desk.machine.pass(20_500);
    expect(desk.network.lines).toHaveLength(2);
    expect(desk.page.statuses.at(-1)).toBe("live");
  });

  it("that died while the laptop slept is live again within 3 s of waking (P9)", async () => {
    const desk = await new Desk().started();
    if (desk.network.line) desk.network.line.dead = true;
    desk.visible = false;
    await desk.machine.pass(3600_000);
    desk.server.change({ t: "note", id: "z", prompt: "s.q", text: "missed", place: 1, version: 1 });
    desk.visible = true;
    desk.session.wake();
    await desk.machine.pass(3_000);
    expect(desk.page.statuses.at(-1)).toBe("live");
    expect(text(desk.page, "z")).toBe("missed");
  });

  it("that is well is kept on waking", async () => {
    const desk = await new Desk().started();
    desk.session.wake();
    await desk.machine.pass(5_000);
    expect(desk.network.lines).toHaveLength(1);
  });

  it("is tried again at once on waking, however long the pause was to be", async () => {
    const desk = await new Desk().started();
    desk.network.reachable = false;
    desk.network.cut();
    desk.visible = false;
    await desk.machine.pass(3600_000);
    desk.network.reachable = true;
    desk.visible = true;
    desk.session.wake();
    await desk.machine.pass(3_000);
    expect(desk.page.statuses.at(-1)).toBe("live");
  });

  it("comes back with its number and gets only what changed (P7)", async () => {
    const desk = await new Desk().started();
    desk.network.cut();
    desk.server.change({ t: "note", id: "z", prompt: "s.q", text: "while away", place: 1, version: 1 });
    await desk.machine.pass(5_000);
    expect(desk.server.hellos.at(-1)).toMatchObject({ epoch: "e1", seq: 2, client: "c0" });
    expect(text(desk.page, "z")).toBe("while away");
  });

  it("may be welcomed anew on the same line, when rights change; nothing is sent twice", async () => {
    const desk = await new Desk().started();
    const answer = desk.session.do({ t: "freeze" });
    const line = desk.network.line;
    const hello = desk.server.hellos[0];
    if (line && hello) desk.server.hear(line, { ...hello, epoch: "", seq: 0 });
    await desk.machine.pass(25_000);
    expect(await answer).toMatchObject({ ok: true });
    expect(desk.network.sent.filter((message) => message.t === "do")).toHaveLength(1);
    expect(desk.network.sent.filter((message) => message.t === "ping").length).toBeLessThanOrEqual(4);
  });

  it("of a restored server forgets what it had (P7)", async () => {
    const desk = await new Desk().started();
    void desk.add("a", "gone with the old disk");
    await desk.machine.pass(50);
    desk.server.epoch = "e2";
    desk.server.records.delete("note:a");
    desk.network.cut();
    await desk.machine.pass(5_000);
    expect(desk.page.shown.has("note:a")).toBe(false);
  });

  it("that another tab took goes on under a new id; the two do not push each other out (P8)", async () => {
    const desk = await new Desk().started();
    const other = new Page();
    const twin = desk.open("c0", other);
    await twin.start();
    await desk.machine.pass(60_000);
    expect(new Set(desk.server.hellos.map((hello) => hello.client))).toEqual(new Set(["c0", "fresh1"]));
    expect(desk.server.hellos).toHaveLength(3);
    expect([desk.page.statuses.at(-1), other.statuses.at(-1)]).toEqual(["live", "live"]);
  });

  it.each([4403, 4404, 4426])("closed with %i stays closed", async (code) => {
    const desk = await new Desk().started();
    desk.network.cut(code);
    await desk.machine.pass(120_000);
    expect(desk.network.lines).toHaveLength(1);
    expect(desk.page.statuses.at(-1)).toBe("closed");
    expect(desk.page.closeCode).toBe(code);
  });

  it("without a session says so instead of asking for ever", async () => {
    const desk = await new Desk().started();
    desk.server.refuses = 4401;
    desk.network.cut();
    await desk.machine.pass(20_000);
    expect(desk.page.statuses.at(-1)).toBe("closed");
  });

  it("waits between tries, longer each time, up to 10 s", async () => {
    const desk = await new Desk().started();
    desk.network.reachable = false;
    desk.network.cut();
    const tries: number[] = [];
    const door = desk.network.door();
    desk.network.door = () => door;
    const before = desk.machine.time;
    Object.defineProperty(desk.network, "reachable", { get: () => (tries.push(desk.machine.time), false) });
    await desk.machine.pass(120_000);
    expect(tries.length).toBeGreaterThan(10);
    const gaps = tries.slice(1).map((time, i) => time - (tries[i] ?? before));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10_000);
    expect(Math.max(...gaps.slice(0, 2))).toBeLessThan(2_000);
  });
});

describe("the clock", () => {
  it("is the server's, by the best of five round trips, whatever the person's clock says (P12)", async () => {
    const desk = new Desk();
    desk.machine.wrong = -7_200_000;
    desk.server.ahead = 1_234;
    await desk.started();
    desk.network.delay = 400;
    await desk.machine.pass(30_000);
    expect(Math.abs(desk.session.clock.now() - desk.server.now())).toBeLessThan(20);
  });
});

describe("pointers", () => {
  it("leave at most every 50 ms, the newest, and never wait for the network", async () => {
    const desk = await new Desk().started();
    for (let x = 0; x < 100; x++) {
      desk.session.setHere({ at: "board", x, y: 0 });
      await desk.machine.pass(5);
    }
    await desk.machine.pass(60);
    const sent = desk.network.sent.filter((message) => message.t === "here");
    expect(sent.length).toBeLessThanOrEqual(12);
    expect(sent.at(-1)).toMatchObject({ x: 99 });
  });
});

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed + 1);

describe("any schedule of cuts, dead lines, repeats, reloads and other people", () => {
  it.each(SEEDS)("ends with the records of the server, every command done once: seed %i", async (seed) => {
    expect(await problemsOf(new Desk(seed))).toEqual([]);
  });

  it("would catch a page that forgets what waited when it is loaded again", async () => {
    const found = SEEDS.slice(0, 40).map((seed) => {
      const desk = new Desk(seed);
      desk.disk.load = () => Promise.resolve([]);
      return problemsOf(desk);
    });
    expect((await Promise.all(found)).flat()).toContainEqual(expect.stringContaining("is lost"));
  });

  it("would catch a page that gives a number out twice", async () => {
    const found = SEEDS.slice(0, 40).map((seed) => {
      const desk = new Desk(seed);
      const next = desk.disk.next.bind(desk.disk);
      desk.disk.next = (client) => (desk.machine.chance(0.1) ? 1 : next(client));
      return problemsOf(desk);
    });
    expect((await Promise.all(found)).flat()).not.toEqual([]);
  });
});

/** Plays sixty steps of the seed, lets everything settle, and says what is wrong then. */
async function problemsOf(desk: Desk): Promise<string[]> {
  await desk.started();
  const { machine, network, server } = desk;
  network.duplicates = 0.1;
  const given = new Set<string>();
  for (let i = 0; i < 60; i++) {
    network.delay = 1 + machine.below(40);
    await disturb(desk);
    act(desk, given);
    await machine.pass(machine.below(400));
  }
  network.reachable = true;
  desk.session.wake();
  await machine.pass(60_000);
  return [...settledProblems(desk), ...lost(desk, given), ...(server.conflicts ? ["a number was used twice"] : [])];
}

function settledProblems({ page, server }: Desk): string[] {
  const problems: string[] = [];
  if (page.waiting > 0) problems.push("something still waits");
  if (page.statuses.at(-1) !== "live") problems.push("not live");
  if (JSON.stringify(shownOf(page)) !== JSON.stringify(filledOf(server))) problems.push("records differ");
  if (new Set(server.applied).size < server.applied.length) problems.push("a command was done twice");
  return problems;
}

function lost({ page, server }: Desk, given: Set<string>): string[] {
  const gone = [...given].filter((id) => !server.records.has(`note:${id}`) && !refusedIds(page).has(id));
  return gone.map((id) => `note ${id} is lost`);
}

async function disturb(desk: Desk): Promise<void> {
  const { machine, network } = desk;
  const dice = machine.below(12);
  if (dice === 0) network.cut();
  if (dice === 1 && network.line) network.line.dead = true;
  if (dice === 2) network.reachable = !network.reachable;
  if (dice === 3) await desk.reload();
  if (dice === 4) desk.session.wake();
  if (dice === 5) {
    const other = {
      t: "note",
      id: `x${machine.below(5)}`,
      prompt: "s.q",
      text: `v${step(machine)}`,
      place: 1,
      version: 1,
    };
    desk.server.change(other as RawRecord);
  }
}

const step = (machine: FakeMachine): number => machine.below(1000);

function act(desk: Desk, given: Set<string>): void {
  const { machine } = desk;
  const id = `n${given.size}`;
  const dice = machine.below(4);
  const known = [...given].filter((note) => desk.page.shown.has(`note:${note}`));
  const chosen = known[machine.below(Math.max(1, known.length))];
  if (dice === 0 && chosen) void desk.session.do({ t: "edit_note", note: chosen, text: `e${step(machine)}`, base: 1 });
  else if (dice < 3) {
    given.add(id);
    void desk.add(id, machine.chance(0.15) ? "no" : `text ${id}`);
  }
}

function refusedIds(page: Page): Set<string> {
  return new Set(page.refused.map((entry) => (entry.command.t === "add_note" ? entry.command.id : "")));
}

function shownOf(page: Page): Record<string, AnyRecord> {
  return Object.fromEntries([...page.shown].sort());
}

function filledOf(server: FakeServer): Record<string, unknown> {
  const filled = [...server.records].map(([key, raw]) => [key, { ...DEFAULTS[raw.t], ...raw }] as const);
  return Object.fromEntries(filled.sort());
}
