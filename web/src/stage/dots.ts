/** Dots of a vote: what I may still place, and how totals are drawn. The server decides; this only keeps buttons honest. */
import type { Both, Team } from "../sync/wire";

export interface Hand {
  dots: Readonly<Record<string, number>>;
  left: number;
}

/** My ballot, or the empty one with the whole budget. */
export function hand(ballot: Hand | undefined, budget: number): Hand {
  return ballot ?? { dots: {}, left: budget };
}

export const on = (mine: Hand, target: string): number => mine.dots[target] ?? 0;

/** The dots to ask for after one step, or undefined when that step is not possible. */
export function step(mine: Hand, target: string, by: 1 | -1): number | undefined {
  const now = on(mine, target);
  if (by === 1) return mine.left > 0 ? now + 1 : undefined;
  return now > 0 ? now - 1 : undefined;
}

/** `V` gives a dot, and takes all of mine back when I have one here. */
export function toggled(mine: Hand, target: string): number | undefined {
  return on(mine, target) > 0 ? 0 : step(mine, target, 1);
}

export interface Row {
  id: string;
  votes: Both;
  score: number;
}

export function ranked<R extends Row>(rows: readonly R[]): R[] {
  return [...rows].sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
}

export function cast(rows: readonly Row[], team: Team): number {
  return rows.reduce((sum, row) => sum + row.votes[team], 0);
}

/** The team that cast no votes while the other one did: its half is left out. */
export function silent(rows: readonly Row[]): Team | undefined {
  const [marketing, sales] = [cast(rows, "marketing"), cast(rows, "sales")];
  if (marketing === 0 && sales > 0) return "marketing";
  return sales === 0 && marketing > 0 ? "sales" : undefined;
}

/** A team's part of its own votes, 0…1: what its bar shows. */
export function share(rows: readonly Row[], row: Row, team: Team): number {
  const all = cast(rows, team);
  return all === 0 ? 0 : row.votes[team] / all;
}
