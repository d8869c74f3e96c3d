import { describe, expect, it } from "vitest";
import type { NowRecord } from "../sync/wire";
import { timerOf } from "./timer";

const now: NowRecord = {
  t: "now",
  id: "w",
  step: "s",
  turn: 0,
  phase: "write",
  deadline: 300_000,
  left: null,
  seconds: 300,
  started: 0,
};

describe("the timer", () => {
  it("shows what is left, and how much of the whole that is", () => {
    expect(timerOf(now, 60_000)).toEqual({ figures: "4:00", look: "run", share: 0.8 });
  });
  it("grows bold in the last fifth", () => {
    expect(timerOf(now, 240_000)).toMatchObject({ figures: "1:00", look: "soon" });
  });
  it("counts up with a plus when the time is over", () => {
    expect(timerOf(now, 340_000)).toMatchObject({ figures: "+0:40", look: "over" });
  });
  it("stands still while paused", () => {
    expect(timerOf({ ...now, deadline: null, left: 65_000 }, 999_999)).toMatchObject({
      figures: "1:05",
      look: "paused",
    });
  });
  it("is not there while nothing is timed", () => {
    expect(timerOf({ ...now, deadline: null }, 0)).toBeUndefined();
  });
});
