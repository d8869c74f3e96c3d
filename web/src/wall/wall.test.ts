import { describe, expect, it } from "vitest";
import { panels, parts, type Promised, type Wall } from "./wall";

const promise = (letters: number): Promised => ({ mark: "M1", text: "x".repeat(letters), more: "at least 50 a month" });
const wall = (marketing: Promised[], sales: Promised[], goals: string[] = []): Wall =>
  ({ sides: [{ promises: marketing }, { promises: sales }], goals, levels: [] }) as unknown as Wall;

describe("the pictures of the wall", () => {
  it("begin with the goal, if there is one", () => {
    expect(panels(wall([], []))).toEqual([]);
    expect(panels(wall([], [], ["20 customers"]))).toEqual([{ kind: "goals" }]);
  });

  it("show both sides side by side, and every promise once, in its order", () => {
    const [marketing, sales] = [[...Array(7).keys()], [...Array(4).keys()]].map((list) =>
      list.map((n) => ({ ...promise(120), mark: String(n) })),
    ) as [Promised[], Promised[]];
    const found = panels(wall(marketing, sales)).map((panel) => (panel.kind === "promises" ? panel.sides : []));
    expect(found.length).toBe(4);
    for (const [at, list] of [marketing, sales].entries()) expect(found.flatMap((sides) => sides[at])).toEqual(list);
    expect(found.every((sides) => sides.every((list) => (list?.length ?? 0) > 0))).toBe(true);
  });

  it("hold fewer promises the longer they are", () => {
    const count = (letters: number): number => panels(wall(Array(8).fill(promise(letters)), [])).length;
    expect(count(30)).toBeLessThan(count(120));
    expect(count(170)).toBeLessThanOrEqual(8);
    expect(panels(wall([promise(5_000)], [])).length).toBe(1);
    expect(panels(wall(Array(8).fill(promise(120)), []), Infinity).length).toBe(1);
  });

  it("are split evenly", () => {
    expect(parts([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([
      [1, 2, 3],
      [4, 5],
      [6, 7],
    ]);
    expect(parts([1], 3)).toEqual([[1], [], []]);
  });
});
