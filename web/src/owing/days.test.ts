import { describe, expect, it, vi } from "vitest";

vi.mock("../api", () => ({ get: vi.fn(), post: vi.fn(), Refusal: Error }));
const { endOf, stopDay } = await import("./days");

const DAY = 86_400_000;
const FROZEN = Date.parse("2027-01-15T08:00:00Z");

describe("the last day of reminders", () => {
  it("is usually ten days after the version was frozen", () => {
    const days = stopDay(FROZEN, FROZEN + DAY, "Europe/Warsaw");
    expect([days.first, days.usual, days.last]).toEqual(["2027-01-17", "2027-01-25", "2027-03-16"]);
  });

  it("is ten days from now where that is over", () => {
    expect(stopDay(FROZEN, FROZEN + 20 * DAY, "Europe/Warsaw").usual).toBe("2027-02-14");
  });

  it("ends a minute before midnight where the workshop is, also when the clocks change", () => {
    expect(new Date(endOf("2027-01-25", "Europe/Warsaw")).toISOString()).toBe("2027-01-25T22:59:00.000Z");
    expect(new Date(endOf("2027-03-28", "Europe/Warsaw")).toISOString()).toBe("2027-03-28T21:59:00.000Z");
  });

  it("comes back as it was written", () => {
    expect(stopDay(FROZEN, FROZEN, "America/New_York").of(endOf("2027-02-01", "America/New_York"))).toBe("2027-02-01");
  });
});
