import type { Standing } from "../share/link.svelte";
import type { Team } from "../sync/wire";

export interface Promised {
  mark: string;
  text: string;
  more: string;
}

export interface Side {
  team: Team;
  name: string;
  colour: string;
  heading: string;
  promises: Promised[];
}

/** The agreement at a glance, in words of the server (accord/agreement/wall.py). */
export interface Wall {
  language: string;
  title: string;
  company: string;
  standing: Standing;
  sides: Side[];
  goals_heading: string;
  goals: string[];
  funnel_heading: string;
  levels: { name: string; marketing: string; sales: string }[];
  dates: { label: string; text: string }[];
  qr_label: string;
  empty: string;
  empty_more: string;
}

/** Dark modules as a path, `size` modules wide with the quiet zone. */
export interface Told {
  wall: Wall;
  qr: { path: string; size: number };
}

/** One picture on the wall: what is wanted and the funnel, or some promises of both sides, always side by side. */
export type Panel = { kind: "goals" } | { kind: "promises"; sides: Promised[][] };

/** What one column of the picture holds, at 1920 × 1080. */
const HEIGHT = 540;
const LETTERS = 36;
const LINE = 50;
const SMALL = 44;
const SMALL_LETTERS = 44;
const GAP = 26;

/** `room`: how high a column may be; without an end everything is one picture. */
export function panels(wall: Wall, room = HEIGHT): Panel[] {
  const goals: Panel[] = wall.goals.length + wall.levels.length > 0 ? [{ kind: "goals" }] : [];
  const lists = wall.sides.map((side) => side.promises);
  const most = Math.max(0, ...lists.map((list) => list.length));
  if (most === 0) return goals;
  let pages = 1;
  while (pages < most && !lists.every((list) => parts(list, pages).every((part) => heights(part) <= room))) pages++;
  const split = lists.map((list) => parts(list, pages));
  return [
    ...goals,
    ...Array.from({ length: pages }, (_, at): Panel => ({
      kind: "promises",
      sides: split.map((list) => list[at] ?? []),
    })),
  ];
}

/** As even as can be, in their order: both sides take part in every picture. */
export function parts<T>(list: T[], count: number): T[][] {
  const edge = (at: number): number => Math.ceil((at * list.length) / count);
  return Array.from({ length: count }, (_, at) => list.slice(edge(at), edge(at + 1)));
}

function heights(list: Promised[]): number {
  return list.reduce((sum, one) => sum + height(one), 0);
}

function height(one: Promised): number {
  const more = one.more ? SMALL * Math.ceil(one.more.length / SMALL_LETTERS) : 0;
  return LINE * Math.ceil(one.text.length / LETTERS) + more + GAP;
}
