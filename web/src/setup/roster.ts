import type { Team } from "../sync/wire";

export interface Seat {
  name: string;
  team: Team;
  head: boolean;
}

export const LONGEST_NAME = 60;

/**
 * One person a line, as pasted from a list, a table or a mail: numbers, bullets, tabs and what follows a comma or an
 * address are left out; a "*" before or after the name marks the head of the team.
 */
export function namesOf(pasted: string, team: Team): Seat[] {
  const seats = pasted.split(/\r?\n/).map((line) => seatOf(line, team));
  return seats.filter((seat) => seat.name !== "");
}

function seatOf(line: string, team: Team): Seat {
  const plain = line.replace(/^\s*(?:[-–•·]|\d+[.)])\s*/u, "").trim();
  const head = /^\*|\*$/.test(plain.split(/[,;\t<]/)[0]?.trim() ?? "");
  const name = (plain.split(/[,;\t<]/)[0] ?? "").replaceAll("*", "").replace(/\s+/g, " ").trim();
  return { name: name.slice(0, LONGEST_NAME), team, head };
}

/** Names that stand there twice: they are two people, and get a number each, unless somebody pasted twice. */
export function repeated(seats: readonly Seat[]): string[] {
  const seen = new Map<string, number>();
  for (const { name } of seats) seen.set(name.toLocaleLowerCase(), (seen.get(name.toLocaleLowerCase()) ?? 0) + 1);
  const twice = seats.filter(({ name }) => (seen.get(name.toLocaleLowerCase()) ?? 0) > 1).map(({ name }) => name);
  return [...new Set(twice)];
}
