import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Field, Language } from "../sync/wire";
import {
  assembled,
  canonical,
  parts,
  quantity,
  readLevel,
  readLimit,
  said,
  typedNumber,
  typedShare,
  type Forms,
  type Names,
} from "./cells";

/** canvases/language.yaml: its inner lines are JSON but for bare keys. */
function language(): Forms {
  const source = readFileSync(join(import.meta.dirname, "../../../canvases/language.yaml"), "utf-8");
  const part = (name: string): unknown[] => {
    const rest = source
      .slice(source.indexOf(`  ${name}:`))
      .split("\n")
      .slice(1);
    const end = rest.findIndex((line) => !/^ {4}- \{/.test(line));
    const rows = (end < 0 ? rest : rest.slice(0, end)).filter((line) => line.startsWith("    - {"));
    return rows.map((line) =>
      JSON.parse(
        line
          .replace(/^ *- /, "")
          .replace(/\{id: (\w+)/, '{id: "$1"')
          .replace(/([{,] ?)(\w+):/g, '$1"$2":'),
      ),
    ) as unknown[];
  };
  return { comparison: part("comparison"), per: part("per"), units: part("units") } as Forms;
}

const forms = language();
const names: Names = {
  person: (id) => (id === "p1" ? "Anna" : ""),
  row: (id) => (id === "r1" ? "MQL" : ""),
  date: (iso) => `on ${iso}`,
};
const field = (kind: Field["kind"]): Field => ({
  id: "f",
  title: { pl: "F", en: "F" },
  kind,
  required: false,
  prompt: null,
  good: null,
  weak: null,
  options: [{ id: "deal", text: { pl: "szansa", en: "a deal" } }],
  table: "t",
  promise: false,
});
const say = (kind: Field["kind"], words: string, lang: Language): string =>
  said(field(kind), words, forms, lang, names);

describe("a figure as it is typed", () => {
  it.each([
    ["2,5", "pl", 2.5],
    ["2.5", "pl", 2.5],
    ["2,500", "pl", 2.5],
    ["30 000", "pl", 30000],
    ["1\u00a0200,50", "pl", 1200.5],
    ["30,000", "en", 30000],
    ["1,200.50", "en", 1200.5],
    ["2,5", "en", 2.5],
    ["-3", "en", -3],
  ] as const)("%s (%s) is %s", (words, lang, value) => {
    expect(typedNumber(words, lang)).toBe(value);
  });

  it.each(["", "about 5", "5 or 6", "1.2.3"])("%s is none", (words) => {
    expect(typedNumber(words, "pl")).toBeUndefined();
  });

  it("is kept the same in both languages", () => {
    expect(canonical("number", "2,5", "pl")).toBe("2.5");
    expect(canonical("number", "30,000", "en")).toBe("30000");
    expect(canonical("share", "80 %", "pl")).toBe("80%");
    expect(canonical("share", "0,8", "pl")).toBe("80%");
    expect(canonical("share", "64.7", "en")).toBe("64.7%");
    expect(canonical("number", "a lot", "en")).toBe("a lot");
  });

  it("is a share", () => {
    expect(typedShare("80%", "pl")).toBe(0.8);
    expect(typedShare("0,65", "pl")).toBe(0.65);
    expect(typedShare("0,5%", "pl")).toBe(0.005);
  });
});

describe("what is kept in a cell", () => {
  it("is read as a limit or a level, or not at all", () => {
    expect(readLimit("8 working_hour")).toEqual({ value: 8, unit: "working_hour" });
    expect(readLimit("8 fortnight")).toBeUndefined();
    expect(readLevel("at_least 50 mql month")).toEqual({
      comparison: "at_least",
      value: 50,
      unit: "mql",
      per: "month",
    });
    expect(readLevel("at_least 1 report")).toEqual({ comparison: "at_least", value: 1, unit: "report", per: "" });
    expect(readLevel("many 50 mql")).toBeUndefined();
  });
});

describe("a cell is said", () => {
  it.each([
    ["limit", "8 working_hour", "8\u00a0godzin roboczych", "8\u00a0working hours"],
    ["limit", "2 working_day", "2\u00a0dni robocze", "2\u00a0working days"],
    ["limit", "1 working_hour", "1\u00a0godzina robocza", "1\u00a0working hour"],
    ["limit", "2.5 working_hour", "2,5\u00a0godziny roboczej", "2.5\u00a0working hours"],
    ["limit", "22 minute", "22\u00a0minuty", "22\u00a0minutes"],
    ["level", "at_least 50 mql month", "co najmniej 50\u00a0MQL w miesiącu", "at least 50\u00a0MQLs a month"],
    ["level", "at_least 80 percent month", "co najmniej 80% w miesiącu", "at least 80% a month"],
    ["level", "at_most 3 opportunity", "najwyżej 3\u00a0szanse", "at most 3\u00a0opportunities"],
    ["number", "30000", "30\u00a0000", "30,000"],
    ["number", "2.5", "2,5", "2.5"],
    ["share", "80%", "80%", "80%"],
    ["share", "0.8", "80%", "80%"],
    ["share", "64.7%", "64,7%", "64.7%"],
    ["choice", "deal", "szansa", "a deal"],
    ["person", "p1", "Anna", "Anna"],
    ["person", "the whole team", "the whole team", "the whole team"],
    ["refs", "r1, later", "MQL, later", "MQL, later"],
    ["list", "one\n\n two", "one; two", "one; two"],
    ["date", "2027-01-29", "on 2027-01-29", "on 2027-01-29"],
  ] as const)("%s %s", (kind, words, pl, en) => {
    expect(say(kind, words, "pl")).toBe(pl);
    expect(say(kind, words, "en")).toBe(en);
  });

  it("as it was written, where it cannot be read", () => {
    expect(say("level", "a lot", "pl")).toBe("a lot");
    expect(say("number", "PLN 5", "en")).toBe("PLN 5");
    expect(say("choice", "gone", "pl")).toBe("gone");
    expect(quantity(5, "odd_thing", forms, "en")).toBe("5\u00a0odd thing");
  });
});

describe("an editor", () => {
  it.each([
    ["number", "30000", ["30\u00a0000"], "pl"],
    ["share", "64.7%", ["64,7%"], "pl"],
    ["limit", "2.5 working_hour", ["2,5", "working_hour"], "pl"],
    ["level", "at_least 50 mql month", ["at_least", "50", "mql", "month"], "en"],
    ["level", "at_most 3 deal", ["at_most", "3", "deal", ""], "en"],
    ["refs", "r1,r2", ["r1", "r2"], "en"],
    ["text", "words", ["words"], "en"],
    ["date", "2027-01-29", ["2027-01-29"], "pl"],
  ] as const)("of %s shows %s and gives it back", (kind, words, shown, lang) => {
    expect(parts(field(kind), words, lang)).toEqual(shown);
    expect(assembled(field(kind), [...shown], lang)).toBe(words);
  });

  it("keeps what cannot be read", () => {
    expect(assembled(field("limit"), ["soon", "working_day"], "en")).toBe("soon working_day");
    expect(assembled(field("level"), ["at_least", "", "mql", ""], "en")).toBe("");
  });
});
