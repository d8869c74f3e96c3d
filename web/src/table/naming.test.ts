import { describe, expect, it } from "vitest";
import { names } from "./naming";

describe("somebody is named", () => {
  it("in a cell for people by id or by the whole name", () => {
    expect(names("person", "p-1", "p-1", "Ewa Żak")).toBe(true);
    expect(names("person", "p-2, p-1", "p-1", "")).toBe(true);
    expect(names("person", "SDR; w zastępstwie Ewa Żak.", "p-1", "Ewa Żak")).toBe(true);
    expect(names("person", "Ewa Żakowska", "p-1", "Ewa Żak")).toBe(false);
    expect(names("person", "Ewa Żak", "p-1", "")).toBe(false);
  });

  it("in a list where one item is the name, and nowhere in prose", () => {
    expect(names("list", "Jan\newa żak", "p-1", "Ewa Żak")).toBe(true);
    expect(names("text", "Jan, Ewa Żak", "p-1", "Ewa Żak")).toBe(true);
    expect(names("text", "calls Ewa Żak first", "p-1", "Ewa Żak")).toBe(false);
    expect(names("number", "5", "5", "5")).toBe(false);
  });
});
