import { describe, expect, it } from "vitest";
import { digits, enough, groups, tone } from "./verdict";

describe("a fingerprint", () => {
  it.each([
    ["4F2A 9c1e 77b0 d35c", "4f2a9c1e77b0d35c", true],
    ["https://accord.example/verify#4f2a9c1e77b0d35c18ea", "4f2a9c1e77b0d35c18ea", true],
    ["4f2a-9c1e", "4f2a9c1e", false],
    ["", "", false],
    ["0".repeat(65), "0".repeat(65), false],
  ])("typed as %s is %s", (typed, found, fits) => {
    expect(digits(typed)).toBe(found);
    expect(enough(typed)).toBe(fits);
  });

  it("is shown in groups of four", () => {
    expect(groups("4f2a9c1e77")).toBe("4f2a 9c1e 77");
  });
});

describe("a verdict", () => {
  it.each([
    [{ verdict: "sealed", status: "in_force" }, "yes"],
    [{ verdict: "version", status: "in_force" }, "yes"],
    [{ verdict: "version", status: "waiting" }, "plain"],
    [{ verdict: "copy", status: "in_force" }, "plain"],
    [{ verdict: "foreign" }, "plain"],
    [{ verdict: "changed" }, "no"],
    [{ verdict: "unknown" }, "plain"],
  ] as const)("%o is said in the tone of %s", (verdict, wanted) => {
    expect(tone(verdict)).toBe(wanted);
  });
});
