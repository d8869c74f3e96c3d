import { describe, expect, it } from "vitest";
import { names, promises, readingMinutes, rowOf, saidBy, type Me } from "./promises";

const me: Me = { id: "p1", name: "Jan Żak", team: "sales", teamNames: ["Sprzedaż", "Sales"] };
const clause = (id: string, text: string) => ({ id, text, sources: [] });
const section = (id: string, ...clauses: ReturnType<typeof clause>[]) => ({ id, title: { pl: id, en: id }, clauses });
const nobody = (): undefined => undefined;

describe("my promises", () => {
  it("put clauses that name me before those of my team", () => {
    const content = {
      sections: [
        section("sales_sla", clause("s1", "Odpowiadamy w 2 godziny.")),
        section("communication", clause("c1", "Notatkę pisze Jan Żak.")),
      ],
    };
    expect(promises(content, me, nobody).map((one) => [one.clause.id, one.why])).toEqual([
      ["c1", "named"],
      ["s1", "team"],
    ]);
  });

  it("leave out what the other team promises", () => {
    const content = { sections: [section("marketing_sla", clause("m1", "Marketing przekaże 40 MQL."))] };
    expect(promises(content, me, nobody)).toEqual([]);
  });

  it("take in what I said I would help with", () => {
    const content = { sections: [section("goals", clause("r1.goals", "20 klientów."), clause("r2.goals", "Inne."))] };
    const consent = (id: string) => (id.startsWith("r1") ? { p1: 5 } : { p1: 3 });
    expect(promises(content, me, consent).map((one) => one.clause.id)).toEqual(["r1.goals"]);
  });

  it("leave out annexes", () => {
    const content = { sections: [section("annex_canvas", clause("r1.annex_canvas", "Jan Żak pisze notatki."))] };
    expect(promises(content, me, nobody)).toEqual([]);
  });

  it("say one wording once, though it stands in two chapters", () => {
    const content = {
      sections: [section("sales_sla", clause("r.a", "To samo.")), section("sales_sla", clause("r.b", "To samo."))],
    };
    expect(promises(content, me, nobody)).toHaveLength(1);
  });
});

describe("a name in a text", () => {
  it("is found whatever its case, as a whole word only", () => {
    expect(names("robi JAN  ŻAK w piątki", "Jan Żak")).toBe(true);
    expect(names("Janina", "Jan")).toBe(false);
    expect(names("Żakowski", "Żak")).toBe(false);
  });

  it("may hold signs that a pattern would read as its own", () => {
    expect(names("pisze A.B. (nowy)", "A.B.")).toBe(true);
    expect(names("pisze AxBx", "A.B.")).toBe(false);
  });
});

it("reading takes at least a minute", () => {
  expect(readingMinutes({ sections: [section("goals", clause("a", "dwa słowa"))] })).toBe(1);
  expect(readingMinutes({ sections: [section("goals", clause("a", "słowo ".repeat(401)))] })).toBe(3);
});

describe("clauses that say what their rows say", () => {
  const row = (id: string) => ({ id: `${id}.marketing_sla`, text: "", sources: [], row: id });
  const tables = [
    {
      id: "marketing_commitments",
      rows: [
        { id: "r1", cells: { clause: "przekaże 50 MQL", owner: "Jan Żak" } },
        { id: "r2", cells: { clause: "utrzyma jakość" } },
      ],
    },
  ];
  const content = { tables, sections: [section("marketing_sla", row("r1"), row("r2"))] };

  it("are read by their cells, each for itself", () => {
    const mine = promises(content, { ...me, team: "marketing", teamNames: ["Marketing"] }, nobody);
    expect(mine.map((one) => [one.clause.id, one.why])).toEqual([
      ["r1.marketing_sla", "named"],
      ["r2.marketing_sla", "team"],
    ]);
    expect(saidBy(content, row("r1"))).toBe("przekaże 50 MQL Jan Żak");
  });

  it("have no row where somebody wrote words of their own, or the row is gone", () => {
    expect(rowOf(content, { ...row("r1"), text: "own words" })).toBeUndefined();
    expect(rowOf(content, row("r9"))).toBeUndefined();
    expect(rowOf(content, row("r2"))).toEqual({ table: "marketing_commitments", cells: { clause: "utrzyma jakość" } });
  });
});
