/** Where the bands of a funnel lie. Volumes run from thousands to a dozen, so widths are logarithmic: a reading aid. */
import type { FunnelRecord, FunnelStream, Lever, PromptRecord, Remark, StepRecord } from "../sync/wire";

export type Level = FunnelStream["levels"][number];
export type ScenarioName = "cautious" | "base" | "ambitious";
export const SCENARIOS: readonly ScenarioName[] = ["cautious", "base", "ambitious"];

/** One stream at one level: its band, and the way on to the next. */
export interface Part {
  stream: string;
  level: Level;
  next: Level | undefined;
  /** In the scenario that is looked at; decimals. */
  volume: number | null;
  rate: number | null;
  /** Widths of this band and of the next, and of the baseline's, 0…100 % of the side. */
  width: number | null;
  to: number | null;
  before: number | null;
}

/** One level across both sides. `sum`: how many the streams that meet here have together. */
export interface Row {
  id: string;
  name: string;
  owner: string;
  parts: Map<string, Part>;
  sum: number | null;
}

const TABLES = new Set(["funnel_goal", "funnel", "capacity"]);

/** Something that is asked now belongs to the funnel. */
export const hasFunnel = (step: StepRecord | undefined, prompts: readonly PromptRecord[]): boolean =>
  step?.kind === "funnel" || prompts.some((prompt) => TABLES.has(prompt.table));

/** So narrow a band still holds its figures. */
const LEAST = 28;

/** 0 and 1 are the narrowest band that can still be seen, `most` fills the side. */
export function widthOf(volume: number | null, most: number): number | null {
  if (volume === null || !Number.isFinite(volume) || volume < 0) return null;
  const whole = Math.log10(1 + Math.max(most, 1));
  return LEAST + (100 - LEAST) * Math.min(1, Math.log10(1 + volume) / whole);
}

/** Rounded up for the eye, as the server does: never fewer than are needed. */
export const shown = (volume: number | null): number | null =>
  volume === null ? null : Math.ceil(volume - Math.abs(volume) * 1e-9);

export function volumes(funnel: FunnelRecord, stream: FunnelStream, scenario: ScenarioName): (number | null)[] {
  const plain = stream.levels.map((level) => level.volume);
  if (scenario === "base") return plain;
  return [...(funnel.scenarios.find((one) => one.id === scenario)?.needs[stream.id] ?? plain.map(() => null))];
}

/** The levels from the top, each once, in the order in which the streams have them. */
export function order(streams: readonly FunnelStream[]): string[] {
  const found: string[] = [];
  for (const stream of streams) {
    let at = found.length;
    for (const { id } of [...stream.levels].reverse()) {
      const known = found.indexOf(id);
      if (known >= 0) at = known;
      else found.splice(at, 0, id);
    }
  }
  return found;
}

/** The largest volume that anything here can have, so that another scenario does not move the scale. */
function most(funnel: FunnelRecord): number {
  const levels = funnel.streams.flatMap((stream) => stream.levels);
  const needs = funnel.scenarios.flatMap((one) => Object.values(one.needs).flat());
  const all = [...levels.map((level) => level.volume), ...levels.map((level) => level.baseline), ...needs];
  return Math.max(1, ...all.filter((one): one is number => one !== null && Number.isFinite(one)));
}

export function rowsOf(
  funnel: FunnelRecord,
  scenario: ScenarioName = "base",
  streams: readonly FunnelStream[] = funnel.streams,
): Row[] {
  const top = most(funnel);
  const parts = streams.flatMap((stream) => partsOf(funnel, stream, scenario, top));
  return order(streams).map((id) => {
    const here = parts.filter((part) => part.level.id === id);
    const level = here[0]?.level;
    const meets = here.length > 1 && here.every((part) => part.volume !== null);
    return {
      id,
      name: level?.name ?? "",
      owner: level?.owner ?? "",
      parts: new Map(here.map((part) => [part.stream, part])),
      sum: meets ? here.reduce((sum, part) => sum + (part.volume ?? 0), 0) : null,
    };
  });
}

function partsOf(funnel: FunnelRecord, stream: FunnelStream, scenario: ScenarioName, top: number): Part[] {
  const needs = volumes(funnel, stream, scenario);
  return stream.levels.map((level, at) => {
    const [volume, below] = [needs[at] ?? null, needs[at + 1] ?? null];
    return {
      stream: stream.id,
      level,
      next: stream.levels[at + 1],
      volume,
      rate: scenario === "base" ? level.rate : volume && below !== null ? below / volume : null,
      width: widthOf(volume, top),
      to: at + 1 < stream.levels.length ? widthOf(below, top) : null,
      before: widthOf(level.baseline, top),
    };
  });
}

const ERRORS = new Set(["GOAL-01", "GOAL-02", "GOAL-03", "GOAL-04", "GOAL-05"]);
const HINTS = new Set(["GOAL-09", "GOAL-12"]);

/** How much a remark weighs: see the rules of the document check. */
export const weight = (remark: Pick<Remark, "rule">): "error" | "warn" | "info" =>
  ERRORS.has(remark.rule) ? "error" : HINTS.has(remark.rule) ? "info" : "warn";

export const levelOf = (funnel: FunnelRecord, stream: string, level: string): Level | undefined =>
  funnel.streams.find((one) => one.id === stream)?.levels.find((one) => one.id === level);

/** The level that a lever's rate leads to. */
export function after(funnel: FunnelRecord, lever: Pick<Lever, "stream" | "level">): Level | undefined {
  const levels = funnel.streams.find((one) => one.id === lever.stream)?.levels ?? [];
  return levels[levels.findIndex((one) => one.id === lever.level) + 1];
}

const HEAVIEST = ["error", "warn", "info"];

/** Remarks of one rule together; what stops first, what only hints last. */
export function byRule(remarks: readonly Remark[]): Remark[][] {
  const found = new Map<string, Remark[]>();
  for (const remark of remarks) found.set(remark.rule, [...(found.get(remark.rule) ?? []), remark]);
  const heavy = (some: readonly Remark[]): number => HEAVIEST.indexOf(some[0] ? weight(some[0]) : "info");
  return [...found.values()].sort((one, other) => heavy(one) - heavy(other));
}
