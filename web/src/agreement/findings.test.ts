import { describe, expect, it, vi } from "vitest";

vi.mock("../words.svelte", () => ({
  lang: { current: "en" },
  say: (text: { en: string }) => text.en,
  t: (id: string, values: Record<string, string | number> = {}) => `${id} ${JSON.stringify(values)}`,
}));

const { closing, isoDay, places, sentence, worst } = await import("./findings");

const finding = (id: string, severity: "error" | "warn" | "info", section: string) => ({
  ...{ id, rule: "COM-05", severity, section, kind: "commitment", object: "r1", field: "if_missed" },
  ...{ values: {}, changes: [] },
});

describe("findings", () => {
  it("are said with texts in the reader's language, lengths of time in words and days as days", () => {
    const values = { section: { pl: "Cel", en: "Purpose" }, a: { value: 2, unit: "working_day" }, date: "2027-03-23" };
    const said = sentence({ ...finding("x", "warn", "goals"), values });
    expect(said).toContain('"section":"Purpose"');
    expect(said).toContain("lint-limit");
    expect(said).toContain("23 March 2027");
  });

  it("say what would close them", () => {
    const changes = [{ kind: "promise", values: { no: "M1", value: 50 } }];
    expect(closing({ ...finding("x", "error", "goals"), changes })).toEqual([
      'lint-close-promise {"no":"M1","value":50}',
    ]);
  });

  it("lead to the clause of their row first, then to a clause, then to the chapter", () => {
    expect(places(finding("x", "warn", "sales_sla"))).toEqual([
      "clause-r1.sales_sla",
      "clause-r1",
      "section-sales_sla",
    ]);
  });

  it("mark each chapter with the worst, without what is kept on purpose", () => {
    const all = [
      finding("a", "info", "goals"),
      finding("b", "error", "goals"),
      finding("c", "warn", "purpose"),
      finding("d", "info", "purpose"),
    ];
    expect([...worst(all, new Set(["c"]))]).toEqual([
      ["goals", "error"],
      ["purpose", "info"],
    ]);
  });

  it("leave words that are no day alone", () => {
    expect([isoDay("tomorrow"), isoDay("2027-99-99")]).toEqual(["tomorrow", "2027-99-99"]);
  });
});
