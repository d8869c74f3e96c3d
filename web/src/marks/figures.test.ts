import { describe, expect, it } from "vitest";
import { mean, place, typed } from "./figures";

describe("a figure that somebody marks", () => {
  it.each([
    ["80", 0.8],
    ["80 %", 0.8],
    ["0,8", 0.8],
    ["64.5%", 0.645],
    ["1", 1],
    ["0.5%", 0.005],
    ["100", 1],
  ])("%s is a share", (words, value) => {
    expect(typed(words, "share")).toBeCloseTo(value);
  });

  it.each(["", "about 5", "-3", "120%", "101", "5-6"])("%s is no share", (words) => {
    expect(typed(words, "share")).toBeUndefined();
  });

  it("is a number of any size", () => {
    expect(typed("1 200", "number")).toBe(1200);
  });

  it("lies between nothing and all", () => {
    expect([place(0.25, "share", 0), place(50, "number", 200), place(3, "share", 0)]).toEqual([25, 25, 100]);
  });

  it("has a mean where there is one at all", () => {
    expect([mean([1, 2]), mean([])]).toEqual([1.5, undefined]);
  });
});
