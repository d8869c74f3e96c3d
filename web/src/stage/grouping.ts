/** How revealed notes lie on the page: themes of both teams first, then one-sided ones, then what nobody grouped. */
import type { NoteRecord, Team, ThemeRecord } from "../sync/wire";

export interface Sides<N> {
  marketing: N[];
  sales: N[];
  /** Notes whose team is not shown. */
  none: N[];
}

export interface Group<N, T> extends Sides<N> {
  theme: T;
  /** Which teams have a word in it. "unknown" where the authors are hidden, "empty" without notes. */
  from: "both" | Team | "unknown" | "empty";
}

export interface Grouped<N, T> {
  shared: Group<N, T>[];
  oneSided: Group<N, T>[];
  /** Themes whose authors are hidden, and themes still without notes. */
  other: Group<N, T>[];
  loose: Sides<N>;
}

type ANote = Pick<NoteRecord, "id" | "theme" | "place"> & { team?: Team | null | undefined };
type ATheme = Pick<ThemeRecord, "id" | "place">;

const byPlace = (one: { place: number; id: string }, other: { place: number; id: string }): number =>
  one.place - other.place || (one.id < other.id ? -1 : 1);

export function sides<N extends ANote>(notes: readonly N[]): Sides<N> {
  const sorted = [...notes].sort(byPlace);
  return {
    marketing: sorted.filter((note) => note.team === "marketing"),
    sales: sorted.filter((note) => note.team === "sales"),
    none: sorted.filter((note) => !note.team),
  };
}

function from(parts: Sides<unknown>): Group<never, never>["from"] {
  if (parts.marketing.length > 0 && parts.sales.length > 0) return "both";
  if (parts.marketing.length > 0) return "marketing";
  if (parts.sales.length > 0) return "sales";
  return parts.none.length > 0 ? "unknown" : "empty";
}

export function grouped<N extends ANote, T extends ATheme>(themes: readonly T[], notes: readonly N[]): Grouped<N, T> {
  const known = new Set(themes.map((theme) => theme.id));
  const groups = [...themes].sort(byPlace).map((theme) => {
    const parts = sides(notes.filter((note) => note.theme === theme.id));
    return { theme, ...parts, from: from(parts) } satisfies Group<N, T>;
  });
  return {
    shared: groups.filter((group) => group.from === "both"),
    oneSided: groups.filter((group) => group.from === "marketing" || group.from === "sales"),
    other: groups.filter((group) => group.from === "unknown" || group.from === "empty"),
    loose: sides(notes.filter((note) => !known.has(note.theme))),
  };
}

export const all = <N>(parts: Sides<N>): N[] => [...parts.marketing, ...parts.sales, ...parts.none];

/** Needs of the asked team, and how many of them stand in a theme with a guess of the other one. */
export function hits(
  asked: Team,
  notes: readonly ANote[],
  known: ReadonlySet<string>,
): { needs: number; guessed: number } {
  const needs = notes.filter((note) => note.team === asked);
  const guesses = new Set(
    notes.filter((note) => note.team && note.team !== asked && known.has(note.theme)).map((note) => note.theme),
  );
  return { needs: needs.length, guessed: needs.filter((note) => guesses.has(note.theme)).length };
}

/** The id before which a row goes when it moves one place; "" is the end, undefined when it cannot move. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string | undefined {
  const at = ids.indexOf(id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= ids.length) return undefined;
  return by === -1 ? ids[to] : (ids[to + 1] ?? "");
}

/** Working days of ordered steps; steps without a figure are left out. */
export function totalDays(steps: readonly { days?: number | null | undefined }[]): number {
  return Math.round(steps.reduce((sum, step) => sum + (step.days ?? 0), 0) * 100) / 100;
}
