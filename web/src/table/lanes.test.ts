import { describe, expect, it } from "vitest";
import { layOut, type Step } from "./lanes";

const step = (id: string, lane: string, next: string[] = [], conditions: string[] = []): Step => ({
  id,
  lane,
  next,
  conditions,
});
const LANES = ["customer", "system", "marketing", "sales"];

describe("the lead's way", () => {
  it("goes from left to right, each step after those that lead to it", () => {
    const { lanes, cells, columns } = layOut(
      [step("a", "customer", ["b"]), step("b", "system", ["c"]), step("c", "sales")],
      LANES,
    );
    expect(lanes).toEqual(["customer", "system", "sales"]);
    expect([...cells.values()].map((cell) => cell.column)).toEqual([0, 1, 2]);
    expect(columns).toBe(3);
  });

  it("never lets two steps of one lane share a place", () => {
    const { cells } = layOut([step("a", "sales"), step("b", "sales"), step("c", "sales", [])], LANES);
    expect([...cells.values()].map((cell) => cell.column)).toEqual([0, 1, 2]);
  });

  it("branches with its conditions, and tells a way back", () => {
    const { arrows } = layOut(
      [step("ask", "system", ["go", "stop"], ["yes", "no"]), step("go", "sales", ["ask"]), step("stop", "marketing")],
      LANES,
    );
    expect(arrows).toEqual([
      { from: "ask", to: "go", when: "yes", back: false },
      { from: "ask", to: "stop", when: "no", back: false },
      { from: "go", to: "ask", when: "", back: true },
    ]);
  });

  it("leaves out arrows to steps that are gone, and draws lanes nobody offered last", () => {
    const { arrows, lanes } = layOut([step("a", "x", ["gone"]), step("b", "sales")], LANES);
    expect(arrows).toEqual([]);
    expect(lanes).toEqual(["sales", "x"]);
  });

  it("is nothing when there are no steps", () => {
    expect(layOut([], LANES)).toMatchObject({ lanes: [], columns: 0, arrows: [] });
  });
});
