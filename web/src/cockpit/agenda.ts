/** The agenda against the clock: when each step really begins, how late the room is, and how to end in time. Pure. */
import type { NowRecord, Phase, PromptRecord, StepRecord } from "../sync/wire";

export type AStep = Pick<
  StepRecord,
  "id" | "order" | "kind" | "minutes" | "planned" | "phases" | "turns" | "status" | "started" | "ended"
>;
export type APrompt = Pick<PromptRecord, "id" | "phase" | "minutes" | "must_agree">;
export type ANow = Pick<NowRecord, "step" | "turn" | "phase" | "deadline" | "left" | "started">;

export interface Line {
  id: string;
  status: "planned" | "running" | "finished" | "skipped";
  /** When it began or will begin, ms UTC. A skipped step has the moment it would have begun. */
  at: number;
  minutes: number;
  /** Whole minutes a finished step took beyond its own; below 0 if it was quicker. */
  over: number;
}

export interface Times {
  lines: Line[];
  /** When the room will be done if everything still to come takes its minutes. */
  end: number;
  /** When it was booked to be done. */
  booked: number;
  /** Whole minutes behind the booking; below 0 is ahead. */
  late: number;
}

const MINUTE = 60_000;
/** A room that opens further from its booked start than this keeps its own time. */
const NEAR = 3 * 60 * MINUTE;

export const sorted = <S extends { order: number; id: string }>(steps: readonly S[]): S[] =>
  [...steps].sort((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1));

export const byId = <T extends { id: string }>(things: readonly T[]): ReadonlyMap<string, T> =>
  new Map(things.map((thing) => [thing.id, thing]));

/** A turn's part of the step's minutes for a phase, in ms: by the minutes its prompts name, else in equal parts. */
export function phaseLength(step: AStep, turn: number, phase: Phase, prompts: ReadonlyMap<string, APrompt>): number {
  const planned = step.phases.reduce((sum, [, length]) => sum + length, 0);
  if (step.turns.length === 0 || planned === 0) return step.minutes * MINUTE;
  const length = step.phases.find(([name]) => name === phase)?.[1] ?? 0;
  return (length / planned) * step.minutes * MINUTE * turnShare(step, turn, prompts);
}

function turnShare(step: AStep, turn: number, prompts: ReadonlyMap<string, APrompt>): number {
  const weights = step.turns.map((ids) => ids.reduce((sum, id) => sum + (prompts.get(id)?.minutes ?? 0), 0));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.every((weight) => weight > 0) ? (weights[turn] ?? 0) / whole : 1 / step.turns.length;
}

/** What is left of the running step: the rest of the timer, the phases after it and the turns nobody opened yet. */
export function remaining(step: AStep, now: number, at: ANow, prompts: ReadonlyMap<string, APrompt>): number {
  let left = at.left ?? Math.max(0, (at.deadline ?? now) - now);
  for (const phase of phasesAfter(step, at.turn, at.phase, prompts)) left += phaseLength(step, at.turn, phase, prompts);
  for (const turn of openTurns(step, at.turn, prompts)) {
    for (const phase of phasesOf(step, turn, prompts)) left += phaseLength(step, turn, phase, prompts);
  }
  return left;
}

function openTurns(step: AStep, current: number, prompts: ReadonlyMap<string, APrompt>): number[] {
  return step.turns.map((_, turn) => turn).filter((turn) => turn !== current && !turnDone(step, turn, prompts));
}

/** Every prompt of the turn has been closed. */
export function turnDone(step: AStep, turn: number, prompts: ReadonlyMap<string, APrompt>): boolean {
  const ids = step.turns[turn] ?? [];
  return ids.length > 0 && ids.every((id) => prompts.get(id)?.phase === "closed");
}

/** The phases a turn goes through. What stays personal is neither voted on nor agreed. */
export function phasesOf(step: AStep, turn: number, prompts: ReadonlyMap<string, APrompt>): Phase[] {
  const shared = (step.turns[turn] ?? []).some((id) => prompts.get(id)?.must_agree !== false);
  return step.phases
    .filter(([phase, length]) => length > 0 && (shared || (phase !== "vote" && phase !== "agree")))
    .map(([phase]) => phase);
}

function phasesAfter(step: AStep, turn: number, phase: Phase, prompts: ReadonlyMap<string, APrompt>): Phase[] {
  const order: Phase[] = ["write", "reveal", "discuss", "vote", "agree"];
  return phasesOf(step, turn, prompts).filter((other) => order.indexOf(other) > order.indexOf(phase));
}

export interface Next {
  kind: "phase" | "turn" | "step";
  step: string;
  turn: number;
  phase: Phase;
}

/** Where `→` leads; undefined at the end of the agenda. */
export function nextOf(
  steps: readonly AStep[],
  at: ANow | undefined,
  prompts: ReadonlyMap<string, APrompt>,
): Next | undefined {
  const running = steps.find((step) => step.id === at?.step);
  if (running && at) {
    const phase = phasesAfter(running, at.turn, at.phase, prompts)[0];
    if (phase) return { kind: "phase", step: running.id, turn: at.turn, phase };
    const open = openTurns(running, at.turn, prompts);
    const turn = open.find((one) => one > at.turn) ?? open[0];
    if (turn !== undefined) return { kind: "turn", step: running.id, turn, phase: first(running, turn, prompts) };
  }
  const step = nextStep(steps, running);
  return step && { kind: "step", step: step.id, turn: 0, phase: first(step, 0, prompts) };
}

const nextStep = (steps: readonly AStep[], running: AStep | undefined): AStep | undefined =>
  inTurn(sorted(steps), running).find((step) => step.status === "planned");

/** Steps still to come in the order they will be reached: those that were passed over come after all others. */
function inTurn(order: readonly AStep[], running: AStep | undefined): AStep[] {
  const coming = order.filter((step) => step.status === "planned" || step.status === "skipped");
  const last = running ?? order.findLast((step) => step.status === "finished");
  const passed = (step: AStep): boolean => last !== undefined && step.order < last.order;
  return [...coming.filter((step) => !passed(step)), ...coming.filter(passed)];
}

export function first(step: AStep, turn: number, prompts: ReadonlyMap<string, APrompt>): Phase {
  return phasesOf(step, turn, prompts)[0] ?? step.phases[0]?.[0] ?? "discuss";
}

/** Where a turn that was closed opens again: at the talk, if it had one. */
export function reopenAt(step: AStep, turn: number, prompts: ReadonlyMap<string, APrompt>): Phase {
  const phases = phasesOf(step, turn, prompts);
  return phases.includes("discuss") ? "discuss" : (phases.at(-1) ?? "discuss");
}

/** `startsAt` is the booked start, ms UTC, or null. */
export function agendaTimes(
  steps: readonly AStep[],
  now: number,
  at: ANow | undefined,
  prompts: ReadonlyMap<string, APrompt>,
  startsAt: number | null,
): Times {
  const order = sorted(steps);
  const begun = at?.started ?? null;
  const booked = bookedStart(startsAt, begun, now) + sum(order, (step) => step.planned) * MINUTE;
  let cursor = begun === null ? Math.max(now, startsAt ?? now) : now;
  const running = order.find((step) => step.status === "running");
  if (running) cursor = now + forecast(running, now, at, prompts);
  const begins = new Map<string, number>();
  for (const step of inTurn(order, running)) {
    begins.set(step.id, cursor);
    if (step.status === "planned") cursor += step.minutes * MINUTE;
  }
  const lines = order.map((step): Line => {
    const line = { id: step.id, status: step.status as Line["status"], minutes: step.minutes, over: 0 };
    if (step.status === "finished" && step.started !== null && step.ended !== null) {
      const took = Math.round((step.ended - step.started) / MINUTE);
      return { ...line, at: step.started, over: took - step.minutes };
    }
    if (step.status === "running") return { ...line, at: step.started ?? now };
    return { ...line, at: begins.get(step.id) ?? now };
  });
  const end = order.some((step) => step.status === "planned" || step.status === "running")
    ? cursor
    : lastEnd(order, now);
  return { lines, end, booked, late: Math.round((end - booked) / MINUTE) };
}

function forecast(step: AStep, now: number, at: ANow | undefined, prompts: ReadonlyMap<string, APrompt>): number {
  if (at?.step === step.id) return remaining(step, now, at, prompts);
  return Math.max(0, (step.started ?? now) + step.minutes * MINUTE - now);
}

function bookedStart(startsAt: number | null, begun: number | null, now: number): number {
  if (startsAt === null) return begun ?? now;
  return begun !== null && Math.abs(begun - startsAt) > NEAR ? begun : startsAt;
}

function lastEnd(steps: readonly AStep[], now: number): number {
  return steps.reduce((last, step) => Math.max(last, step.ended ?? 0), 0) || now;
}

const sum = <T>(things: readonly T[], of: (thing: T) => number): number =>
  things.reduce((all, one) => all + of(one), 0);
