import { describe, expect, it } from "vitest";
import { criteriaHold, differingFirst, homeFirst, nextOpen, pieces, sharedStems, stem } from "./order";

describe("the deck", () => {
  it("goes on to the next card without a mark, round and round", () => {
    const has = (some: string[]) => (target: string) => some.includes(target);
    expect(nextOpen(["a", "b", "c"], has(["a"]), 0)).toBe(1);
    expect(nextOpen(["a", "b", "c"], has(["b", "c"]), 1)).toBe(0);
    expect(nextOpen(["a", "b"], has(["a", "b"]), 1)).toBe(-1);
    expect(nextOpen(["a", "b"], has(["b"]), 0)).toBe(0);
    expect(nextOpen([], has([]), 0)).toBe(-1);
  });

  it("shows first what the teams see differently", () => {
    const split = (id: string, yes: [number, number], no: [number, number]) => ({
      id,
      sides: { yes: { marketing: yes[0], sales: yes[1] }, no: { marketing: no[0], sales: no[1] } },
    });
    const { differ, alike } = differingFirst([
      split("same", [2, 1], [0, 0]),
      split("other", [2, 0], [1, 3]),
      split("torn", [1, 2], [1, 0]),
      split("one team only", [3, 0], [1, 0]),
    ]);
    expect(differ.map((one) => one.id)).toEqual(["other", "torn"]);
    expect(alike.map((one) => one.id)).toEqual(["same", "one team only"]);
  });
});

describe("two rounds", () => {
  const round = (agreed: number, marketing = 1, sales = 1) => ({ agreed, of: 10, within: { marketing, sales } });
  it("are enough from 8 of 10 on", () => {
    expect(criteriaHold(round(8))).toBe(true);
    expect(criteriaHold(round(7))).toBe(false);
    expect(criteriaHold({ ...round(0), of: 0 })).toBe(false);
  });
  it("send a team home below 70 %", () => {
    expect(homeFirst(round(9, 0.69, 0.7))).toEqual(["marketing"]);
    expect(homeFirst(round(9, 0, 0.5))).toEqual(["sales"]); // nobody of marketing sorted
  });
});

describe("the same word, another content", () => {
  it("meets in its inflections", () => {
    expect(stem("firma")).toBe(stem("firmy,"));
    expect(stem("company")).toBe(stem("companies"));
    expect(stem("30")).toBe("30");
    expect(stem("który")).toBe("");
    expect(stem("–")).toBe("");
  });
  it("is shared when both sides used it", () => {
    const shared = sharedStems(["Firma z ICP, która ma 60 punktów"], ["Firmy z budżetem"]);
    expect([...shared]).toEqual([stem("firma")]);
    expect(pieces("Firma z ICP", shared)).toEqual([
      { text: "Firma", is: "shared" },
      { text: " ", is: "" },
      { text: "z", is: "" },
      { text: " ", is: "" },
      { text: "ICP", is: "different" },
    ]);
  });
});
