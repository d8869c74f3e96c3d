import { describe, expect, it } from "vitest";
import { cellsOf, typed } from "./figures";

describe("a typed figure", () => {
  it.each([
    ["52", "mql", 52],
    ["2,5", "", 2.5],
    ["300 000 zł", "", 300_000],
    ["−3", "", -3],
    ["76 %", "percent", 76],
    ["76,4%", "percent", 76.4],
    ["0,5%", "percent", 0.5],
    ["0", "percent", 0],
    ["", "mql", null],
    [" – ", "mql", null],
  ])("%s is read", (words, unit, value) => {
    expect(typed(words, unit, "pl")).toEqual({ value });
  });

  it.each([
    ["abc", "mql", "number"],
    ["3 of 4", "mql", "number"],
    ["1e3", "mql", "number"],
    ["76%", "mql", "percent"],
    ["0,76", "percent", "share"],
  ])("%s is not", (words, unit, why) => {
    expect(typed(words, unit, "pl")).toEqual({ why });
  });
});

describe("the clipboard", () => {
  it("holds a table or plain words", () => {
    expect(cellsOf("52\t45\r\n1\t2\r\n")).toEqual([
      ["52", "45"],
      ["1", "2"],
    ]);
    expect(cellsOf("52\n45")).toEqual([["52"], ["45"]]);
    expect(cellsOf("52")).toBeUndefined();
    expect(cellsOf("52\n")).toBeUndefined();
  });
});
