import { describe, expect, it } from "vitest";
import { agendaTimes, nextOf, phaseLength, remaining, type ANow, type APrompt, type AStep } from "./agenda";

const MIN = 60_000;
const NINE = Date.UTC(2027, 0, 14, 9, 0);

function step(id: string, minutes: number, fields: Partial<AStep> = {}): AStep {
  const order = Number(id.replace(/\D/g, ""));
  return {
    id,
    order,
    kind: "questions",
    minutes,
    planned: minutes,
    phases: [
      ["write", 4],
      ["discuss", 4],
      ["agree", 2],
    ],
    turns: [[`${id}.a`], [`${id}.b`]],
    status: "planned",
    started: null,
    ended: null,
    ...fields,
  };
}

function prompt(id: string, fields: Partial<APrompt> = {}): [string, APrompt] {
  return [id, { id, phase: "waiting", minutes: null, must_agree: true, ...fields }];
}

const now = (fields: Partial<ANow> = {}): ANow => ({
  step: "",
  turn: 0,
  phase: "waiting",
  deadline: null,
  left: null,
  started: null,
  ...fields,
});

const clock = (at: number): string => new Date(at).toISOString().slice(11, 16);

describe("clock times of the agenda", () => {
  it("are laid one after the other from the booked start before anybody began", () => {
    const found = agendaTimes([step("s1", 15), step("s2", 30), step("s3", 5)], NINE - 20 * MIN, now(), new Map(), NINE);
    expect(found.lines.map((line) => clock(line.at))).toEqual(["09:00", "09:15", "09:45"]);
    expect(clock(found.end)).toBe("09:50");
    expect(found.late).toBe(0);
  });

  it("say how late a room is that has not begun yet", () => {
    const found = agendaTimes([step("s1", 15), step("s2", 30)], NINE + 7 * MIN, now(), new Map(), NINE);
    expect(found.late).toBe(7);
    expect(clock(found.end)).toBe("09:52");
  });

  it("keep when finished steps began and how far they went over", () => {
    const steps = [
      step("s1", 15, { status: "finished", started: NINE, ended: NINE + 18 * MIN }),
      step("s2", 30, { status: "finished", started: NINE + 18 * MIN, ended: NINE + 43 * MIN }),
      step("s3", 20),
    ];
    const found = agendaTimes(steps, NINE + 45 * MIN, now({ started: NINE }), new Map(), NINE);
    expect(found.lines.map((line) => [clock(line.at), line.over])).toEqual([
      ["09:00", 3],
      ["09:18", -5],
      ["09:45", 0],
    ]);
    expect(found.late).toBe(0);
  });

  it("leave out the minutes of skipped steps", () => {
    const steps = [step("s1", 15), step("s2", 30, { status: "skipped" }), step("s3", 5)];
    const found = agendaTimes(steps, NINE, now(), new Map(), NINE);
    expect(clock(found.end)).toBe("09:20");
    expect(found.late).toBe(-30);
  });

  it("count what is left of the running step from its timer, its phases and its turns", () => {
    const running = step("s1", 20, { status: "running", started: NINE });
    const prompts = new Map([prompt("s1.a", { phase: "write" }), prompt("s1.b")]);
    const at = now({ step: "s1", phase: "write", deadline: NINE + 5 * MIN, started: NINE });
    // Two turns of 10 minutes: 4 write, 4 discuss, 2 agree. Three minutes are left of the first writing.
    expect(remaining(running, NINE + 2 * MIN, at, prompts)).toBe(3 * MIN + 6 * MIN + 10 * MIN);
    const found = agendaTimes([running, step("s2", 10)], NINE + 2 * MIN, at, prompts, NINE);
    expect(clock(found.lines[1]?.at ?? 0)).toBe("09:21");
    expect(found.late).toBe(1);
  });

  it("count a paused timer by what is left of it", () => {
    const running = step("s1", 20, { status: "running", started: NINE, turns: [["s1.a"]] });
    const at = now({ step: "s1", phase: "agree", left: 2 * MIN, started: NINE });
    expect(remaining(running, NINE + 60 * MIN, at, new Map([prompt("s1.a")]))).toBe(2 * MIN);
  });

  it("do not count turns that are closed", () => {
    const running = step("s1", 20, { status: "running", started: NINE });
    const prompts = new Map([prompt("s1.a", { phase: "closed" }), prompt("s1.b", { phase: "agree" })]);
    const at = now({ step: "s1", turn: 1, phase: "agree", deadline: NINE + MIN, started: NINE });
    expect(remaining(running, NINE, at, prompts)).toBe(MIN);
  });

  it("put a step that was passed over after all others", () => {
    const steps = [step("s1", 15), step("s2", 30, { status: "finished", started: NINE, ended: NINE }), step("s3", 5)];
    const found = agendaTimes(steps, NINE, now({ started: NINE }), new Map(), NINE);
    expect(found.lines.map((line) => clock(line.at))).toEqual(["09:05", "09:00", "09:00"]);
    expect(nextOf(steps, now(), new Map())?.step).toBe("s3");
  });

  it("follow the room when it opens on another day than booked", () => {
    const begun = NINE + 48 * 60 * MIN;
    const steps = [step("s1", 15, { status: "finished", started: begun, ended: begun + 15 * MIN }), step("s2", 30)];
    expect(agendaTimes(steps, begun + 15 * MIN, now({ started: begun }), new Map(), NINE).late).toBe(0);
  });

  it("measure lateness by the minutes as planned, not as edited", () => {
    const steps = [step("s1", 20, { planned: 15 }), step("s2", 30)];
    expect(agendaTimes(steps, NINE, now(), new Map(), NINE).late).toBe(5);
  });
});

describe("the length of a phase", () => {
  it("follows the minutes that prompts name", () => {
    const one = step("s1", 30);
    const prompts = new Map([prompt("s1.a", { minutes: 10 }), prompt("s1.b", { minutes: 5 })]);
    expect(phaseLength(one, 0, "write", prompts)).toBe(8 * MIN);
    expect(phaseLength(one, 1, "write", prompts)).toBe(4 * MIN);
  });
});

describe("the arrow", () => {
  const steps = [step("s1", 20, { status: "running", started: NINE }), step("s2", 10)];
  const prompts = new Map([prompt("s1.a"), prompt("s1.b"), prompt("s2.a"), prompt("s2.b")]);

  it("leads to the next phase of the turn", () => {
    expect(nextOf(steps, now({ step: "s1", phase: "write" }), prompts)).toEqual({
      kind: "phase",
      step: "s1",
      turn: 0,
      phase: "discuss",
    });
  });

  it("leads to the next turn after the last phase", () => {
    expect(nextOf(steps, now({ step: "s1", phase: "agree" }), prompts)).toEqual({
      kind: "turn",
      step: "s1",
      turn: 1,
      phase: "write",
    });
  });

  it("leads to the next step after the last turn, and over skipped ones", () => {
    const closed = new Map([prompt("s1.a", { phase: "closed" }), prompt("s1.b", { phase: "agree" })]);
    const more = [
      ...steps.slice(0, 1),
      step("s2", 10, { status: "skipped" }),
      step("s3", 10, { phases: [], turns: [] }),
    ];
    expect(nextOf(more, now({ step: "s1", turn: 1, phase: "agree" }), closed)).toEqual({
      kind: "step",
      step: "s3",
      turn: 0,
      phase: "discuss",
    });
  });

  it("leaves out vote and agree where nothing must be agreed", () => {
    const personal = new Map([prompt("s1.a", { must_agree: false }), prompt("s1.b")]);
    expect(nextOf(steps, now({ step: "s1", phase: "discuss" }), personal)?.kind).toBe("turn");
  });

  it("leads nowhere at the end", () => {
    const done = [step("s1", 20, { status: "finished", started: NINE, ended: NINE + MIN })];
    expect(nextOf(done, now(), new Map())).toBeUndefined();
  });

  it("begins with the first step", () => {
    expect(nextOf([step("s1", 20)], now(), prompts)).toMatchObject({ kind: "step", step: "s1", phase: "write" });
  });
});
