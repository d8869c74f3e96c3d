import { describe, expect, it } from "vitest";
import type { Activity, Prompt, Table, Template } from "../sync/wire";
import {
  columns,
  freshId,
  hidden,
  hiddenColumns,
  idOf,
  knownStep,
  listed,
  listedColumns,
  minutesOf,
  move,
  neverAgrees,
  ownStep,
  PHASES,
  restore,
  scaled,
  setMinutes,
  setPhase,
  shown,
  written,
  type Supply,
} from "./template";

const text = (word: string) => ({ pl: word, en: word });
const prompt = (id: string) => ({ id, title: text(id), must_agree: true }) as Prompt;
const canvas = {
  id: "canvas",
  name: text("Canvas"),
  minutes: { short: 20, standard: 35, deep: 50 },
  phases: { write: 9, reveal: 4, discuss: 11, vote: 3, agree: 8 },
  prompts: ["a", "b", "c"].map(prompt),
  usual: [],
} as unknown as Activity;
const shares = { write: 0.22, reveal: 0.1, discuss: 0.36, vote: 0.08, agree: 0.24 };
const supply = { templates: [], activities: [canvas], sections: [], breaks: {}, phases: shares } as Supply;
const sum = (phases: Record<string, number>): number => Object.values(phases).reduce((all, one) => all + one, 0);

describe("minutes shared out over phases", () => {
  it("are whole, add up, and leave no phase without time while there is enough", () => {
    for (const phases of [canvas.phases, shares, { discuss: 1 }, { write: 1, agree: 99 }])
      for (let minutes = 1; minutes <= 120; minutes += 1) {
        const made = scaled(phases, minutes);
        expect(sum(made)).toBe(minutes);
        const used = PHASES.filter((phase) => (phases as Record<string, number>)[phase]);
        if (minutes >= used.length) expect(Object.values(made).every((one) => one >= 1)).toBe(true);
      }
  });
  it("stay as they are when nothing changes", () => {
    expect(scaled(canvas.phases, 35)).toEqual(canvas.phases);
  });
  it("follow the step, and the step follows them", () => {
    const step = knownStep(canvas);
    setMinutes(step, 20, supply);
    expect(sum(step.phases ?? {})).toBe(20);
    setPhase(step, "vote", 0, supply);
    expect(Object.keys(step.phases ?? {})).not.toContain("vote");
    expect(minutesOf(step, supply)).toBe(sum(step.phases ?? {}));
  });
  it("that are given to no agreement are noticed where something must be agreed", () => {
    const step = knownStep(canvas);
    expect(neverAgrees(step, supply)).toBe(false);
    setPhase(step, "agree", 0, supply);
    expect(neverAgrees(step, supply)).toBe(true);
  });
});

describe("zones and questions", () => {
  it("of the activity come back where they were", () => {
    const step = knownStep(canvas);
    expect(hidden(step, supply)).toEqual([]);
    listed(step, supply).splice(1, 1);
    const [gone] = hidden(step, supply);
    expect(gone?.id).toBe("b");
    restore(step, gone!, supply);
    expect(shown(step, supply).map(({ wish }) => wish.id)).toEqual(["a", "b", "c"]);
  });
  it("are those that the activity usually takes, and the others can be had", () => {
    const some = { ...supply, activities: [{ ...canvas, usual: ["a", "c"] }] };
    const step = knownStep(canvas);
    expect(shown(step, some).map(({ wish }) => wish.id)).toEqual(["a", "c"]);
    restore(step, hidden(step, some)[0]!, some);
    expect(shown(step, some).map(({ wish }) => wish.id)).toEqual(["a", "b", "c"]);
  });
  it("of an own step are there from the start", () => {
    const step = ownStep("questions", supply, "x");
    expect(shown(step, supply)).toHaveLength(1);
    expect(freshId(listed(step, supply), "own-x")).toBe("own-x-2");
  });
  it("move by one place and stop at the ends", () => {
    const list = ["a", "b", "c"];
    expect([move(list, 0, 1), list.join("")]).toEqual([1, "bac"]);
    expect([move(list, 0, -1), list.join("")]).toEqual([0, "bac"]);
    expect([move(list, 2, 3), list.join("")]).toEqual([2, "bac"]);
  });
});

describe("words in two languages", () => {
  it("change in one and stay in the other", () => {
    expect(written({ pl: "Cel", en: "Goal" }, undefined, "pl", "Cele", true)).toEqual({ pl: "Cele", en: "Goal" });
  });
  it("are the same where the workshop has one language", () => {
    expect(written({ pl: "Cel", en: "Goal" }, undefined, "pl", "Cele", false)).toEqual({ pl: "Cele", en: "Cele" });
  });
  it("that are the catalogue's again are no change", () => {
    expect(written({ pl: "Cele", en: "Goal" }, { pl: "Cel", en: "Goal" }, "pl", "Cel", true)).toBeNull();
  });
});

describe("columns", () => {
  const field = (id: string, required = false) => ({ id, title: text(id), required });
  const table = { id: "t", fields: [field("what", true), field("who"), field("note")], head: "what", owner: "who" };
  it("without which rows say nothing are needed", () => {
    const template = { tables: [] } as unknown as Template;
    const found = columns(table as unknown as Table, template);
    expect(found.map((one) => one.needed)).toEqual([true, true, false]);
    listedColumns(table as unknown as Table, template).splice(2, 1);
    expect(template.tables).toHaveLength(1);
    expect(hiddenColumns(table as unknown as Table, template).map((one) => one.id)).toEqual(["note"]);
  });
});

describe("the id of a template", () => {
  it.each([
    ["Nasza żółta łąka!", "nasza-zolta-laka-x1"],
    ["2026: Q1", "q1-x1"],
    ["会议", "agenda-x1"],
    ["a".repeat(80), `${"a".repeat(30)}-x1`],
  ])("of %s is %s", (name, id) => {
    expect(idOf(name, "x1")).toBe(id);
  });
});
