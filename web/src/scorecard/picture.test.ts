import { describe, expect, it } from "vitest";
import { picture, range } from "./picture";

const months = ["2027-01", "2027-02", "2027-03"];
const flat = { "2027-01": 50, "2027-02": 50, "2027-03": 50 };

describe("the picture of a measure", () => {
  it("has stairs of the plan and a point for each figure", () => {
    const drawn = picture({ months, plan: flat, reached: { "2027-01": 52, "2027-02": 45 }, slope: false }, 240, 84);
    expect(drawn.plan).toHaveLength(1);
    expect(drawn.plan[0]?.split(" ")).toHaveLength(6);
    expect(drawn.points.map((point) => point.month)).toEqual(["2027-01", "2027-02"]);
    expect(drawn.reached).toHaveLength(1);
    const [first, second] = drawn.points;
    expect((first?.y ?? 0) < (second?.y ?? 0)).toBe(true);
  });

  it("breaks the line where a month is missing, and draws the plan to date as one slope", () => {
    const drawn = picture({ months, plan: flat, reached: { "2027-01": 1, "2027-03": 2 }, slope: true }, 240, 84);
    expect(drawn.reached).toEqual([]);
    expect(drawn.plan).toHaveLength(1);
  });

  it("parts the plan where a month has none", () => {
    const plan = { "2027-01": 50, "2027-03": 60 };
    expect(picture({ months, plan, reached: {}, slope: false }, 240, 84).plan).toHaveLength(2);
  });

  it("stays inside its paper whatever the figures", () => {
    for (const value of [0, -5, 1e12, 0.0001]) {
      const drawn = picture({ months, plan: flat, reached: { "2027-02": value }, slope: false }, 240, 84);
      for (const { x, y } of drawn.points) {
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(240);
        expect(y).toBeGreaterThanOrEqual(18);
        expect(y).toBeLessThanOrEqual(drawn.floor);
      }
    }
  });

  it("names as many months as have room", () => {
    const many = Array.from(
      { length: 24 },
      (_, at) => `20${String(27 + Math.floor(at / 12))}-${String((at % 12) + 1)}`,
    );
    const drawn = picture({ months: many, plan: {}, reached: {}, slope: false }, 240, 84);
    expect(drawn.ticks.length).toBeLessThan(8);
  });

  it("begins at nothing where figures are counts", () => {
    expect(range([1, 100])[0]).toBe(0);
    expect(range([])).toEqual([0, 1]);
    expect(range([80, 90])[0]).toBeGreaterThan(70);
  });
});
