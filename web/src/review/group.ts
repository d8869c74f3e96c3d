/** What both teams said of the clauses, in the order in which it is talked about. Pure. */

export type Tops = Readonly<Partial<Record<string, string>>>;

export interface Said {
  /** The choice of each team's majority, "" without one; a team that said nothing is not there. Empty where authors are hidden. */
  tops: Tops;
  sum: Readonly<Record<string, number>>;
}

export interface Sorted<T> {
  differ: T[];
  /** Both said the same: what works worst first, what works last. */
  same: { choice: string; all: T[] }[];
  /** Only one team said something of it. */
  single: T[];
}

/** The choice of both; of everybody where nobody's team is known. */
export function common({ tops, sum }: Said): string {
  const sides = Object.values(tops);
  if (sides.length === 2) return sides[0] === sides[1] ? (sides[0] ?? "") : "";
  const chosen = Object.keys(sum).filter((choice) => (sum[choice] ?? 0) > 0);
  return sides.length === 0 && chosen.length === 1 ? (chosen[0] ?? "") : "";
}

export function sorted<T extends Said>(all: readonly T[], choices: readonly string[]): Sorted<T> {
  const single = all.filter((one) => Object.keys(one.tops).length === 1);
  const rest = all.filter((one) => !single.includes(one));
  const same = [...choices]
    .reverse()
    .map((choice) => ({ choice, all: rest.filter((one) => common(one) === choice) }))
    .filter((group) => group.all.length > 0);
  return { differ: rest.filter((one) => common(one) === ""), same, single };
}

/** How many both see the same. */
export const alike = (found: Sorted<unknown>): number => found.same.reduce((sum, group) => sum + group.all.length, 0);

export interface Part {
  section: string;
  targets: string[];
}

/** Neighbours of one section together, in the order they come. */
export function parts(targets: readonly string[], sectionOf: (target: string) => string): Part[] {
  const found: Part[] = [];
  for (const target of targets) {
    const section = sectionOf(target);
    const last = found.at(-1);
    if (last?.section === section) last.targets.push(target);
    else found.push({ section, targets: [target] });
  }
  return found;
}
