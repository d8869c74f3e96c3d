import { describe, expect, it } from "vitest";
import { alike, common, parts, sorted, type Said } from "./group";

const CHOICES = ["green", "amber", "red"];
const said = (marketing?: string, sales?: string): Said => ({
  tops: { ...(marketing === undefined ? {} : { marketing }), ...(sales === undefined ? {} : { sales }) },
  sum: {},
});

describe("what both teams said", () => {
  it("is talked about where they chose differently, or one of them has no majority", () => {
    const all = [said("green", "red"), said("", "green"), said("", ""), said("green", "green")];
    expect(sorted(all, CHOICES).differ).toEqual(all.slice(0, 3));
  });

  it("is counted where it is the same, the worst first", () => {
    const found = sorted([said("green", "green"), said("red", "red"), said("green", "green")], CHOICES);
    expect(found.same.map((group) => [group.choice, group.all.length])).toEqual([
      ["red", 1],
      ["green", 2],
    ]);
    expect(alike(found)).toBe(3);
  });

  it("is neither the same nor different where one team said nothing", () => {
    const found = sorted([said("green"), said(undefined, "")], CHOICES);
    expect([found.single.length, found.differ.length, alike(found)]).toEqual([2, 0, 0]);
  });

  it("is everybody's where authors are hidden", () => {
    const one: Said = { tops: {}, sum: { green: 4 } };
    const two: Said = { tops: {}, sum: { green: 3, red: 1 } };
    expect(common(one)).toBe("green");
    expect(sorted([one, two], CHOICES).differ).toEqual([two]);
  });
});

it("clauses of one section stand together", () => {
  expect(parts(["a1", "a2", "b1", "a3"], (one) => one.slice(0, 1))).toEqual([
    { section: "a", targets: ["a1", "a2"] },
    { section: "b", targets: ["b1"] },
    { section: "a", targets: ["a3"] },
  ]);
});
