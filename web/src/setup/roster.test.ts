import { describe, expect, it } from "vitest";
import { namesOf, repeated } from "./roster";

const names = (pasted: string): string[] => namesOf(pasted, "sales").map((seat) => seat.name);

describe("a pasted list", () => {
  it("is one person a line, whatever bullets and numbers stand before", () => {
    expect(names("1. Ala Żak\n2) Jan\n- Ewa\n• Ola\n\n   \r\nIza")).toEqual(["Ala Żak", "Jan", "Ewa", "Ola", "Iza"]);
  });
  it("leaves out titles, columns and addresses", () => {
    expect(names("Ala Żak, kampanie płatne\nJan\tNowy\nEwa Lis <ewa@firma.example>")).toEqual([
      "Ala Żak",
      "Jan",
      "Ewa Lis",
    ]);
  });
  it("marks heads by a star", () => {
    expect(namesOf("*Ala\nJan*, kieruje\nEwa", "sales").map((seat) => seat.head)).toEqual([true, true, false]);
  });
  it("keeps letters of every language and cuts what is longer than a name may be", () => {
    expect(names("محمد\n李雷\n" + "x".repeat(100))).toEqual(["محمد", "李雷", "x".repeat(60)]);
  });
  it("says which names stand there twice", () => {
    expect(repeated(namesOf("Ala\nala\nJan", "sales"))).toEqual(["Ala", "ala"]);
  });
});
