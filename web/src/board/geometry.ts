/** Where the zones of a board lie: places in percent of a sheet become lines of a CSS grid, overlaps lie on top. */
import type { Place } from "../sync/wire";

export interface Zone {
  id: string;
  place: Place | null | undefined;
}

export interface Cell {
  id: string;
  /** Grid lines, from 1. */
  column: [number, number];
  row: [number, number];
  /** A zone over the crossing of others: its width and height in percent of the sheet; the cell starts at the crossing. */
  over?: { w: number; h: number };
  /** Corner of the zone that the zone on top covers, in percent of the sheet. */
  covered?: { corner: "top-left" | "top-right" | "bottom-left" | "bottom-right"; w: number; h: number };
}

export interface Sheet {
  columns: number[];
  rows: number[];
  cells: Cell[];
}

const NEAR = 1.5;

const lines = (values: number[]): number[] =>
  [...values]
    .sort((one, other) => one - other)
    .reduce<number[]>((kept, value) => {
      const last = kept.at(-1);
      if (last === undefined || value - last > NEAR) kept.push(value);
      return kept;
    }, []);

const at = (all: readonly number[], value: number): number =>
  all.reduce(
    (best, line, index) => (Math.abs(line - value) < Math.abs((all[best] ?? Infinity) - value) ? index : best),
    0,
  );

const overlap = (one: Place, other: Place): { w: number; h: number } => ({
  w: Math.min(one.x + one.w, other.x + other.w) - Math.max(one.x, other.x),
  h: Math.min(one.y + one.h, other.y + other.h) - Math.max(one.y, other.y),
});

const overlaps = (one: Place, other: Place): boolean => {
  const { w, h } = overlap(one, other);
  return w > NEAR && h > NEAR;
};

/** A zone lies on top when it covers a part of at least two others. */
function tops(zones: readonly { id: string; place: Place }[]): Set<string> {
  return new Set(
    zones
      .filter((zone) => zones.filter((other) => other !== zone && overlaps(zone.place, other.place)).length >= 2)
      .map((zone) => zone.id),
  );
}

/** Undefined where a zone has no place: the board is then an even grid. */
export function sheet(zones: readonly Zone[]): Sheet | undefined {
  const placed = zones.filter((zone): zone is { id: string; place: Place } => Boolean(zone.place));
  if (placed.length === 0 || placed.length < zones.length) return undefined;
  const over = tops(placed);
  const ground = placed.filter((zone) => !over.has(zone.id));
  const xs = lines(ground.flatMap(({ place }) => [place.x, place.x + place.w]));
  const ys = lines(ground.flatMap(({ place }) => [place.y, place.y + place.h]));
  const spans = (all: number[]): number[] => all.slice(1).map((line, index) => line - (all[index] ?? 0));
  const top = placed.find((zone) => over.has(zone.id));
  return {
    columns: spans(xs),
    rows: spans(ys),
    cells: placed.map((zone) => (over.has(zone.id) ? crossing(zone, xs, ys) : cell(zone, xs, ys, top?.place))),
  };
}

function cell(zone: { id: string; place: Place }, xs: number[], ys: number[], top: Place | undefined): Cell {
  const { id, place } = zone;
  const found: Cell = {
    id,
    column: [at(xs, place.x) + 1, at(xs, place.x + place.w) + 1],
    row: [at(ys, place.y) + 1, at(ys, place.y + place.h) + 1],
  };
  if (!top || !overlaps(place, top)) return found;
  const { w, h } = overlap(place, top);
  const right = top.x + top.w / 2 > place.x + place.w / 2;
  const bottom = top.y + top.h / 2 > place.y + place.h / 2;
  return { ...found, covered: { corner: `${bottom ? "bottom" : "top"}-${right ? "right" : "left"}`, w, h } };
}

function crossing(zone: { id: string; place: Place }, xs: number[], ys: number[]): Cell {
  const { x, y, w, h } = zone.place;
  const column = at(xs, x + w / 2) + 1;
  const row = at(ys, y + h / 2) + 1;
  return { id: zone.id, column: [column, column + 1], row: [row, row + 1], over: { w, h } };
}
