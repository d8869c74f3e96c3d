import { describe, expect, it, vi } from "vitest";

vi.mock("../api", () => ({ get: vi.fn(), post: vi.fn(), Refusal: Error }));
const { instant } = await import("./form");

describe("a start time in the zone of the workshop", () => {
  it.each([
    ["2026-12-09T09:00", "Europe/Warsaw", "2026-12-09T08:00Z"],
    ["2026-07-09T09:00", "Europe/Warsaw", "2026-07-09T07:00Z"],
    ["2026-03-29T03:30", "Europe/Warsaw", "2026-03-29T01:30Z"],
    ["2026-12-09T09:00", "America/New_York", "2026-12-09T14:00Z"],
    ["2026-12-09T09:00", "Asia/Kathmandu", "2026-12-09T03:15Z"],
  ])("%s in %s is %s", (wall, zone, utc) => {
    expect(instant(wall, zone)).toBe(Date.parse(utc));
  });
});
