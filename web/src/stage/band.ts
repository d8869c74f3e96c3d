/** The divergence band as marks on a line: where each answer stands, and the two means. */
import type { Team } from "../sync/wire";

/** Below this many answers in a team no figure is shown: it would point at people. */
export const ENOUGH = 3;

export interface Mark {
  team: Team;
  x: number;
  y: number;
}

export interface Plot {
  width: number;
  height: number;
  /** y of the line. */
  axis: number;
  ticks: { value: number; x: number }[];
  marks: Mark[];
  /** Undefined with too few answers. */
  means: { marketing: number; sales: number; from: number; to: number } | undefined;
}

const MARK = 18;
const EDGE = 28;

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const enough = (marketing: readonly number[], sales: readonly number[]): boolean =>
  marketing.length >= ENOUGH && sales.length >= ENOUGH;

/** Marks of one value lie side by side and then in rows away from the line, so that no two cover each other. */
export function plot(
  ratings: { marketing: readonly number[]; sales: readonly number[] },
  scale: { min: number; max: number },
  width: number,
): Plot {
  const gap = (width - 2 * EDGE) / Math.max(1, scale.max - scale.min);
  const x = (value: number): number => EDGE + (value - scale.min) * gap;
  const perRow = Math.max(1, Math.floor((gap * 0.86) / MARK));
  const rows = { marketing: 0, sales: 0 };
  const marks: Mark[] = [];
  for (const team of ["marketing", "sales"] as const) {
    for (const [value, count] of counted(ratings[team])) {
      rows[team] = Math.max(rows[team], Math.ceil(count / perRow));
      for (let at = 0; at < count; at += 1) {
        const row = Math.floor(at / perRow);
        const inRow = Math.min(perRow, count - row * perRow);
        const shift = ((at % perRow) - (inRow - 1) / 2) * MARK;
        marks.push({ team, x: x(value) + shift, y: (row * MARK + 15) * (team === "marketing" ? -1 : 1) });
      }
    }
  }
  const above = 34 + Math.max(1, rows.marketing) * MARK;
  const below = Math.max(1, rows.sales) * MARK + 12;
  return {
    width,
    height: above + below + 58,
    axis: above,
    ticks: Array.from({ length: scale.max - scale.min + 1 }, (_, at) => ({
      value: scale.min + at,
      x: x(scale.min + at),
    })),
    marks: marks.map((mark) => ({ ...mark, y: above + mark.y })),
    means: enough(ratings.marketing, ratings.sales) ? means(ratings, x) : undefined,
  };
}

function counted(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function means(
  ratings: { marketing: readonly number[]; sales: readonly number[] },
  x: (value: number) => number,
): NonNullable<Plot["means"]> {
  const [marketing, sales] = [mean(ratings.marketing), mean(ratings.sales)];
  return { marketing, sales, from: Math.min(x(marketing), x(sales)), to: Math.max(x(marketing), x(sales)) };
}
