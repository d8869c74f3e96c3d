import { describe, expect, it } from "vitest";
import type { PersonRecord } from "../sync/wire";
import { sideOf } from "./people";

const person = (id: string, number: number, more: Partial<PersonRecord> = {}): PersonRecord => ({
  t: "person",
  id,
  name: id,
  number,
  role: "member",
  team: "sales",
  language: "pl",
  twin: 0,
  head: false,
  away: false,
  waiting: false,
  via: "link",
  excused: false,
  sits: true,
  returns: "",
  ...more,
});

const people = [
  person("b", 2),
  person("a", 1),
  person("other", 3, { team: "marketing" }),
  person("waits", 4, { waiting: true }),
  person("leads", 5, { role: "facilitator", team: null }),
];
const roster = { t: "roster" as const, id: "w", missing: { marketing: [], sales: ["Iza"] } };

describe("a side of the lobby", () => {
  it("lists its members in the order they came, then who is missing", () => {
    expect(sideOf("sales", people, roster, new Set(["a"]), "a").seats.map((seat) => seat.name)).toEqual([
      "a",
      "b",
      "Iza",
    ]);
  });
  it("counts who is here of whom it waits for", () => {
    expect(sideOf("sales", people, roster, new Set(["a"]), "a")).toMatchObject({ here: 1, of: 3 });
  });
  it("does not count who is away, even with an open page", () => {
    expect(sideOf("sales", [person("a", 1, { away: true })], undefined, new Set(["a"]), "")).toMatchObject({
      here: 0,
      of: 1,
    });
  });
});
