import type { PersonRecord, RosterRecord, Team } from "../sync/wire";

/** One line of the lobby: somebody who is here, who is away for a moment, or a name of the roster nobody has taken. */
export interface Seat {
  key: string;
  name: string;
  twin: number;
  head: boolean;
  here: boolean;
  me: boolean;
}

export interface Side {
  seats: Seat[];
  here: number;
  of: number;
}

export function sideOf(
  team: Team,
  people: readonly PersonRecord[],
  roster: RosterRecord | undefined,
  online: ReadonlySet<string>,
  me: string,
): Side {
  const joined = people
    .filter((person) => person.role === "member" && person.team === team && !person.waiting)
    .sort((one, other) => one.number - other.number)
    .map((person) => seatOf(person, online, me));
  const missing = (roster?.missing[team] ?? []).map((name, index) => empty(name, index));
  const seats = [...joined, ...missing];
  return { seats, here: seats.filter((seat) => seat.here).length, of: seats.length };
}

function seatOf(person: PersonRecord, online: ReadonlySet<string>, me: string): Seat {
  const { id, name, twin, head } = person;
  return { key: id, name, twin, head, here: online.has(id) && !person.away, me: id === me };
}

function empty(name: string, index: number): Seat {
  return { key: `seat-${index}`, name, twin: 0, head: false, here: false, me: false };
}
