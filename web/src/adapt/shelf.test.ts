import { beforeEach, describe, expect, it } from "vitest";
import type { Template } from "../sync/wire";
import { begin, changed, content, forget, keepWorking, save, savedTemplates, workingCopy } from "./shelf";

const template = (id: string, minutes = 0) => ({ id, name: id, steps: [], minutes }) as unknown as Template;

describe("what is kept in this browser", () => {
  beforeEach(() => {
    keepWorking(undefined);
    for (const one of savedTemplates()) forget(one.id);
  });

  it("is the agenda being adapted, as it was left", () => {
    const copy = begin(template("half-day"), "ours", "half-day");
    copy.template.minutes = 90;
    keepWorking(copy);
    expect(workingCopy()?.template).toEqual({ ...template("half-day", 90), id: "ours" });
    expect(changed(copy)).toBe(true);
  });

  it("is never thrown away for another agenda once it was changed", () => {
    const copy = begin(template("half-day"), "ours", "half-day");
    copy.template.minutes = 90;
    keepWorking(copy);
    begin(template("full-day"), "other", "full-day");
    expect(savedTemplates().map((one) => [one.id, one.minutes])).toEqual([["ours", 90]]);
  });

  it("does not fill up with agendas that nobody changed, or that are saved already", () => {
    begin(template("half-day"), "ours", "half-day");
    const copy = begin(template("full-day"), "other", "full-day");
    copy.template.minutes = 90;
    save(copy.template);
    keepWorking({ ...copy, kept: content(copy.template) });
    begin(template("half-day"), "third", "half-day");
    expect(savedTemplates().map((one) => one.id)).toEqual(["other"]);
  });

  it("holds one template of an id, the newest", () => {
    save(template("ours", 60));
    save(template("ours", 90));
    expect(savedTemplates()).toEqual([template("ours", 90)]);
    forget("ours");
    expect(savedTemplates()).toEqual([]);
  });
});
