/** The order of marked things, without the room. */

/** The next that has no mark yet, from `at` on and round; -1 when all have one. */
export function nextOpen(targets: readonly string[], marked: (target: string) => boolean, at: number): number {
  for (let step = 1; step <= targets.length; step += 1) {
    const index = (at + step) % targets.length;
    const target = targets[index];
    if (target !== undefined && !marked(target)) return index;
  }
  return -1;
}

type Sides = Readonly<Record<string, { marketing: number; sales: number }>>;

/** The one choice that most of a team took; undefined where two are equal or nobody chose. */
function top(sides: Sides, team: "marketing" | "sales"): string | undefined {
  const [first, second] = Object.entries(sides)
    .map(([choice, both]) => ({ choice, n: both[team] }))
    .filter(({ n }) => n > 0)
    .sort((one, other) => other.n - one.n);
  return first && first.n > (second?.n ?? 0) ? first.choice : undefined;
}

/**
 * Those that need talk come first, otherwise the order stays: the majorities chose differently, or a team that answered
 * has no majority. What only one team answered is nothing to compare.
 */
export function differingFirst<T extends { sides: Sides }>(splits: readonly T[]): { differ: T[]; alike: T[] } {
  const answered = ({ sides }: T, team: "marketing" | "sales"): boolean =>
    Object.values(sides).some((both) => both[team] > 0);
  const differs = (one: T): boolean => {
    if (!answered(one, "marketing") || !answered(one, "sales")) return false;
    const theirs = top(one.sides, "marketing");
    return theirs === undefined || theirs !== top(one.sides, "sales");
  };
  return { differ: splits.filter(differs), alike: splits.filter((one) => !differs(one)) };
}

export interface Sorted {
  agreed: number;
  of: number;
  within: { marketing: number; sales: number };
}

/** Domain.md 2.9: below 8 of 10 the criteria are not shared; below 70 % a team does not agree with itself. */
export const TEAMS_AGREE = 0.8;
export const TEAM_AGREES = 0.7;

export const criteriaHold = (round: Sorted): boolean => round.of > 0 && round.agreed / round.of >= TEAMS_AGREE;

export const homeFirst = (round: Sorted): ("marketing" | "sales")[] =>
  (["marketing", "sales"] as const).filter((team) => round.within[team] > 0 && round.within[team] < TEAM_AGREES);

/** Words that people would not call shared: too short or too common to say anything. */
const SMALL = new Set(
  (
    "który która które których albo oraz jest jako dla nas nam przez jego jej ich tylko także już aby żeby " +
    "that which with from have this they their them will when what your our for and the are was has"
  ).split(" "),
);
const STEM = 5;

/** The beginning of a word, by which "firma" and "firmy", "company" and "companies" meet. */
export function stem(word: string): string {
  const plain = word.toLocaleLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (/^\d+$/.test(plain)) return plain;
  if (plain.length < 3 || SMALL.has(plain)) return "";
  return plain.slice(0, Math.max(3, Math.min(STEM, plain.length - 1)));
}

/** Stems that both sides used. */
export function sharedStems(one: readonly string[], other: readonly string[]): ReadonlySet<string> {
  const of = (texts: readonly string[]): Set<string> =>
    new Set(texts.flatMap((text) => text.split(/\s+/).map(stem)).filter(Boolean));
  const theirs = of(other);
  return new Set([...of(one)].filter((word) => theirs.has(word)));
}

/** A text in pieces, each shared, different, or too small to be either. */
export function pieces(text: string, shared: ReadonlySet<string>): { text: string; is: "shared" | "different" | "" }[] {
  return text.split(/(\s+)/).map((part) => {
    const found = stem(part);
    return { text: part, is: found === "" ? "" : shared.has(found) ? "shared" : "different" };
  });
}
