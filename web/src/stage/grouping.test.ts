import { expect, test } from "vitest";
import { all, grouped, hits, moved, sides, totalDays } from "./grouping";

const note = (id: string, team: "marketing" | "sales" | null, theme = "", place = 0) => ({ id, team, theme, place });
const theme = (id: string, place: number) => ({ id, place });

test("themes of both teams come before one-sided ones, each in their own order", () => {
  const notes = [
    note("a", "marketing", "t1"),
    note("b", "sales", "t2"),
    note("c", "marketing", "t2"),
    note("d", "sales", "t3"),
  ];
  const page = grouped([theme("t3", 3), theme("t2", 2), theme("t1", 1)], notes);
  expect(page.shared.map((group) => group.theme.id)).toEqual(["t2"]);
  expect(page.oneSided.map((group) => [group.theme.id, group.from])).toEqual([
    ["t1", "marketing"],
    ["t3", "sales"],
  ]);
});

test("a note of a theme that is gone is loose, so no note is ever lost from the page", () => {
  const notes = [note("a", "marketing", "gone"), note("b", "sales"), note("c", null)];
  const page = grouped([], notes);
  expect(all(page.loose).map((one) => one.id)).toEqual(["a", "b", "c"]);
});

test("where authors are hidden a theme belongs to no side", () => {
  const page = grouped([theme("t", 1), theme("bare", 2)], [note("a", null, "t")]);
  expect(page.other.map((group) => group.from)).toEqual(["unknown", "empty"]);
});

test("notes of one side keep their places", () => {
  expect(sides([note("b", "sales", "", 2), note("a", "sales", "", 1)]).sales.map((one) => one.id)).toEqual(["a", "b"]);
});

test("a need is hit once a guess stands in its theme, and ungrouped words never hit", () => {
  const notes = [note("n1", "marketing", "t"), note("n2", "marketing"), note("g1", "sales", "t"), note("g2", "sales")];
  expect(hits("marketing", notes, new Set(["t"]))).toEqual({ needs: 2, guessed: 1 });
  expect(hits("sales", notes, new Set(["t"]))).toEqual({ needs: 2, guessed: 1 });
});

test("a row moves before its neighbour and to the end, and never over the edge", () => {
  expect(moved(["a", "b", "c"], "b", -1)).toBe("a");
  expect(moved(["a", "b", "c"], "a", 1)).toBe("c");
  expect(moved(["a", "b", "c"], "b", 1)).toBe("");
  expect(moved(["a", "b", "c"], "c", 1)).toBeUndefined();
  expect(moved(["a", "b", "c"], "a", -1)).toBeUndefined();
  expect(moved(["a"], "x", 1)).toBeUndefined();
});

test("days add up without the dust of binary fractions", () => {
  expect(totalDays([{ days: 0.1 }, { days: 0.2 }, {}, { days: null }])).toBe(0.3);
});
