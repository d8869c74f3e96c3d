import { expect, test } from "vitest";
import { hand, on, ranked, share, silent, step, toggled } from "./dots";

const row = (id: string, marketing: number, sales: number, score: number) => ({
  id,
  votes: { marketing, sales },
  score,
});

test("without a ballot the whole budget is left", () => {
  expect(hand(undefined, 3)).toEqual({ dots: {}, left: 3 });
});

test("no dot can be added when none is left, and none taken where none lies", () => {
  const mine = { dots: { a: 3 }, left: 0 };
  expect(step(mine, "b", 1)).toBeUndefined();
  expect(step(mine, "b", -1)).toBeUndefined();
  expect(step(mine, "a", -1)).toBe(2);
  expect(on(mine, "b")).toBe(0);
});

test("V votes, and V again takes it back", () => {
  expect(toggled({ dots: {}, left: 2 }, "a")).toBe(1);
  expect(toggled({ dots: { a: 2 }, left: 0 }, "a")).toBe(0);
  expect(toggled({ dots: {}, left: 0 }, "a")).toBeUndefined();
});

test("totals are ordered by the balanced score, then always the same way", () => {
  expect(ranked([row("b", 1, 0, 0.2), row("c", 9, 0, 0.5), row("a", 0, 1, 0.2)]).map((one) => one.id)).toEqual([
    "c",
    "a",
    "b",
  ]);
});

test("a team that cast no votes is named, two silent teams are not", () => {
  expect(silent([row("a", 0, 2, 1)])).toBe("marketing");
  expect(silent([row("a", 2, 0, 1)])).toBe("sales");
  expect(silent([row("a", 0, 0, 0)])).toBeUndefined();
  expect(silent([row("a", 1, 1, 1)])).toBeUndefined();
});

test("a bar is the part of the team's own votes", () => {
  const rows = [row("a", 3, 1, 0.6), row("b", 1, 0, 0.1)];
  expect(share(rows, rows[0]!, "marketing")).toBe(0.75);
  expect(share(rows, rows[1]!, "sales")).toBe(0);
  expect(share([], row("x", 0, 0, 0), "sales")).toBe(0);
});
