import { describe, expect, it } from "vitest";
import { fingerprint, FOLDED, outline, runs, unchanged, type AClause, type ASection } from "./outline";

const section = (id: string, order: number, core = true, pl = id, en = id): ASection => ({
  id,
  order,
  core,
  title: { pl, en },
  covered: false,
});
const clause = (id: string, of: string, order: number): AClause => ({ id, section: of, order });

describe("the chapters of an agreement", () => {
  it("are numbered in order, without chapters that are neither core nor filled", () => {
    const found = outline([section("goals", 4), section("summary", 0, false), section("parties", 1)], []);
    expect(found.map((one) => [one.number, one.id])).toEqual([
      ["1", "parties"],
      ["2", "goals"],
    ]);
  });

  it("number their clauses by place and then by id", () => {
    const clauses = [clause("c", "goals", 9), clause("b", "goals", 2), clause("a", "goals", 2)];
    const found = outline([section("goals", 1)], clauses);
    expect(found[0]?.clauses.map((one) => [one.number, one.clause.id])).toEqual([
      ["1.1", "a"],
      ["1.2", "b"],
      ["1.3", "c"],
    ]);
  });

  it("count without what is left out", () => {
    const off = { ...section("goals", 1), off: true };
    expect(outline([off, section("changes", 2)], [clause("a", "goals", 1)]).map((one) => [one.number, one.id])).toEqual(
      [["1", "changes"]],
    );
  });

  it("keep the letter of an annex, and take no number for it", () => {
    const found = outline(
      [section("f", 25, false, "Załącznik F. Sprawy otwarte", "Annex F. Open points"), section("parties", 1)],
      [],
    );
    expect(found.map((one) => [one.number, one.title.en, one.annex])).toEqual([
      ["1", "parties", false],
      ["F", "Open points", true],
    ]);
  });
});

describe("versions", () => {
  it("show their hash in groups of four", () => {
    expect(fingerprint("4f2a9c1e77b0d35c18ea602fb9d40a63ffff")).toEqual([
      "4f2a",
      "9c1e",
      "77b0",
      "d35c",
      "18ea",
      "602f",
      "b9d4",
      "0a63",
    ]);
  });
});

describe("a draft", () => {
  const point = { id: "k", text: "Premia", owner: "Igor", due: "2027-02-26" };
  const goals = section("goals", 1);
  const frozen = { sections: [{ ...goals, clauses: [{ id: "a", text: "20 umów." }] }], open_points: [point] };
  const words = { ...clause("a", "goals", 1), text: "20 umów." };

  it("is unchanged while every word and open point is the same", () => {
    expect(unchanged(frozen, [goals], [words], [point])).toBe(true);
  });

  it("is changed by one word, one clause or one open point", () => {
    expect(unchanged(frozen, [goals], [{ ...words, text: "21 umów." }], [point])).toBe(false);
    expect(unchanged(frozen, [goals], [words, { ...words, id: "b" }], [point])).toBe(false);
    expect(unchanged(frozen, [goals], [words], [{ ...point, owner: "Anna" }])).toBe(false);
  });

  it("is changed by another name, another order and a section left out", () => {
    const two = { ...frozen, sections: [...frozen.sections, { ...section("risks", 2), clauses: [] }] };
    const risks = section("risks", 2);
    expect(unchanged(two, [goals, risks], [words], [point])).toBe(true);
    expect(unchanged(two, [goals, { ...risks, order: 0 }], [words], [point])).toBe(false);
    expect(unchanged(two, [goals, { ...risks, off: true }], [words], [point])).toBe(false);
    expect(unchanged(two, [goals, { ...risks, title: { pl: "Obawy", en: "Fears" } }], [words], [point])).toBe(false);
  });

  it("has no clause and no open point of what is left out", () => {
    const off = { ...section("annex_open", 2), off: true };
    const without = { sections: frozen.sections, open_points: [] };
    const more = { ...words, id: "b", section: "annex_open" };
    expect(unchanged(without, [goals, off], [words, more], [point])).toBe(true);
    expect(unchanged(without, [goals, { ...off, off: false }], [words, more], [point])).toBe(false);
  });
});

describe("clauses of a chapter", () => {
  const numbered = (ids: string[]) => ids.map((id, at) => ({ number: `5.${at + 1}`, clause: { id } }));
  const table = (one: { clause: { id: string } }) => one.clause.id.split("-")[0]?.replace("own", "") ?? "";

  it("are folded by table only where they are many and follow each other", () => {
    const many = Array.from({ length: FOLDED }, (_, at) => `metrics-${at}`);
    const found = runs(numbered(["own-1", ...many, "tools-1", "own-2", "metrics-9"]), table);
    expect(found.map((run) => [run.table, run.clauses.length, run.folded])).toEqual([
      ["", 1, false],
      ["metrics", FOLDED, true],
      ["tools", 1, false],
      ["", 1, false],
      ["metrics", 1, false],
    ]);
    expect(found.flatMap((run) => run.clauses.map((one) => one.number))).toEqual(
      numbered(["own-1", ...many, "tools-1", "own-2", "metrics-9"]).map((one) => one.number),
    );
  });

  it("stand open where somebody wrote them by hand, however many", () => {
    const own = runs(numbered(Array.from({ length: 20 }, (_, at) => `own-${at}`)), table);
    expect(own.map((run) => run.folded)).toEqual([false]);
  });
});
