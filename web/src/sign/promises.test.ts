import { describe, expect, it } from "vitest";
import { names, promises, readingMinutes, type Me } from "./promises";

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
