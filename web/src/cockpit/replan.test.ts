import { describe, expect, it } from "vitest";
import type { AStep } from "./agenda";
import { needsBreak, plans, type Plan } from "./replan";

function step(id: string, minutes: number, fields: Partial<AStep> = {}): AStep {
  return {
    id,
    order: Number(id.replace(/\D/g, "")),
    kind: "questions",
    minutes,
    planned: minutes,
    phases: [
      ["write", 4],
      ["discuss", 4],
      ["agree", 2],
    ],
    turns: [],
    status: "planned",
    started: null,
    ended: null,
    ...fields,
  };
}

const pause = (id: string, minutes: number): AStep => step(id, minutes, { kind: "break", phases: [] });

/** Minutes the plan makes the rest of the day shorter by. */
function saved(steps: readonly AStep[], plan: Plan): number {
  const cut = plan.cuts.reduce((all, one) => all + one.from - one.to, 0);
  return cut + plan.parked.reduce((all, id) => all + (steps.find((one) => one.id === id)?.minutes ?? 0), 0);
}

const DAY = [step("s1", 20, { status: "finished" }), step("s2", 40), pause("s3", 15), step("s4", 20), step("s5", 8)];

describe("a late room", () => {
  it("has three ways to end on time: shorter steps, talk in pairs, a step on the parking lot", () => {
    const found = plans(DAY, 8);
    expect(found.map((plan) => plan.way)).toEqual(["shorten", "pairs", "park"]);
    for (const plan of found) {
      expect(plan.short).toBe(0);
      expect(saved(DAY, plan)).toBe(8);
    }
  });

  it("takes the talk first when it goes on in pairs", () => {
    const found = plans(DAY, 8).find((plan) => plan.way === "pairs");
    expect(found?.cuts).toEqual([
      { step: "s2", from: 40, to: 35 },
      { step: "s4", from: 20, to: 18 },
      { step: "s5", from: 8, to: 7 },
    ]);
  });

  it("parks the smallest step that is long enough, never the last one, and gives what is over to another", () => {
    const found = plans(DAY, 11).find((plan) => plan.way === "park");
    expect(found?.parked).toEqual(["s4"]);
    expect(found?.cuts).toEqual([{ step: "s2", from: 40, to: 49 }]);
  });

  it("leaves breaks alone while work can give", () => {
    expect(
      plans(DAY, 20)
        .find((plan) => plan.way === "shorten")
        ?.cuts.map((cut) => cut.step),
    ).not.toContain("s3");
  });

  it("says what is missing when nothing can give more", () => {
    const found = plans([step("s4", 6)], 20);
    expect(found).toHaveLength(1);
    expect(found[0]?.short).toBe(15);
  });

  it("is not there when the room is on time, or nothing comes", () => {
    expect(plans(DAY, 0)).toEqual([]);
    expect(plans([step("s1", 5, { status: "finished" })], 9)).toEqual([]);
  });

  const wrong = (steps: readonly AStep[], late: number, plan: Plan): boolean =>
    saved(steps, plan) + plan.short < late ||
    (plan.short === 0 && plan.way !== "park" && saved(steps, plan) !== late) ||
    plan.cuts.some((cut) => cut.to < 0) ||
    plan.parked.some((id) => id === "s4" || id === "s5");

  it("ends on time by every plan that says so, for every delay and every length of what comes", () => {
    const problems: number[][] = [];
    for (let one = 1; one <= 40; one += 3) {
      for (let other = 1; other <= 40; other += 4) {
        const steps = [
          step("s1", one),
          pause("s2", 10),
          step("s3", other),
          step("s4", 12, { kind: "signoff" }),
          step("s5", 5),
        ];
        for (let late = 1; late <= one + other + 30; late += 1) {
          const found = plans(steps, late);
          if (found.length === 0 || found.some((plan) => wrong(steps, late, plan))) problems.push([one, other, late]);
        }
      }
    }
    expect(problems).toEqual([]);
  });
});

describe("a day without breaks", () => {
  it("names the step with which people will have sat more than 100 minutes", () => {
    expect(needsBreak([step("s1", 60), step("s2", 41)])).toEqual({ step: "s2", minutes: 101 });
    expect(needsBreak([step("s1", 60), pause("s2", 5), step("s3", 100)])).toBeUndefined();
    expect(needsBreak([step("s1", 60), pause("s2", 5), step("s3", 60), step("s4", 60, { status: "skipped" })])).toBeUndefined(); // prettier-ignore
  });
});
