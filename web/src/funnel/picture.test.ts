import { describe, expect, it } from "vitest";
import type { FunnelRecord, FunnelStream } from "../sync/wire";
import { byRule, order, rowsOf, shown, weight, widthOf, type Level } from "./picture";

const level = (id: string, volume: number | null, rate: number | null = null, baseline: number | null = null): Level =>
  ({ id, name: id.toUpperCase(), owner: "marketing", volume, rate, baseline }) as Level;

const stream = (id: string, ...levels: Level[]): FunnelStream => ({ id, levels }) as FunnelStream;

const FUNNEL = {
  streams: [
    stream("marketing", level("leads", 600, 0.2), level("sql", 120, 0.5, 100), level("won", 60)),
    stream("sales", level("sql", 50, 0.2), level("won", 10)),
  ],
  scenarios: [{ id: "cautious", needs: { marketing: [900, 150, 60], sales: [60, 10] }, won: null, revenue: null }],
} as unknown as FunnelRecord;

describe("the picture of a funnel", () => {
  it("has each level once, with both streams where they meet", () => {
    const rows = rowsOf(FUNNEL);
    expect(rows.map((row) => row.id)).toEqual(["leads", "sql", "won"]);
    expect(rows.map((row) => row.sum)).toEqual([null, 170, 70]);
    expect([...(rows[1]?.parts.keys() ?? [])]).toEqual(["marketing", "sales"]);
  });

  it("puts a level that only one stream has where that stream has it", () => {
    const other = [
      stream("marketing", level("mql", 1), level("won", 1)),
      stream("sales", level("visit", 1), level("won", 1)),
    ];
    expect(order(other)).toEqual(["mql", "visit", "won"]);
    expect(order([...other].reverse())).toEqual(["visit", "mql", "won"]);
  });

  it("grows with the volume, and never beyond its side", () => {
    const widths = [0, 1, 12, 600, 30_000].map((volume) => widthOf(volume, 30_000) ?? -1);
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(widths[0]).toBeGreaterThan(0);
    expect(widths.at(-1)).toBe(100);
    expect(widthOf(60_000, 30_000)).toBe(100);
  });

  it("has no band where nothing is known", () => {
    expect(widthOf(null, 10)).toBeNull();
    const open = { ...FUNNEL, streams: [stream("marketing", level("leads", null), level("won", 5))] };
    expect(rowsOf(open)[0]?.parts.get("marketing")?.width).toBeNull();
  });

  it("shows another scenario on the same scale", () => {
    const [base, cautious] = [rowsOf(FUNNEL), rowsOf(FUNNEL, "cautious")].map((rows) =>
      rows[0]?.parts.get("marketing"),
    );
    expect(cautious?.volume).toBe(900);
    expect(cautious?.rate).toBeCloseTo(150 / 900);
    expect(cautious?.width).toBe(100);
    expect(base?.width ?? 0).toBeLessThan(100);
  });

  it("rounds up, but not what only the machine's arithmetic adds", () => {
    expect([shown(120.2), shown(0.1 * 3 * 10), shown(null)]).toEqual([121, 3, null]);
  });

  it("knows what stops and what only hints", () => {
    expect(["GOAL-03", "GOAL-13", "GOAL-12"].map((rule) => weight({ rule }))).toEqual(["error", "warn", "info"]);
  });

  it("keeps remarks of one rule together, the heaviest first", () => {
    const some = ["GOAL-12", "GOAL-13", "GOAL-01", "GOAL-01"].map((rule) => ({
      rule,
      stream: "",
      level: "",
      next: "",
      values: {},
    }));
    expect(byRule(some).map((one) => one.map(({ rule }) => rule))).toEqual([
      ["GOAL-01", "GOAL-01"],
      ["GOAL-13"],
      ["GOAL-12"],
    ]);
  });
});
