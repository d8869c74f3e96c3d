import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pressed, setKeysOn, shortcuts, useKey } from "./Keys";

class FakeElement {
  readonly field: boolean;
  constructor(field: boolean) {
    this.field = field;
  }
  closest(): object | null {
    return this.field ? {} : null;
  }
}

const page = new FakeElement(false);
const field = new FakeElement(true);
let ends: (() => void)[] = [];

function key(name: string, target: FakeElement = page, more: object = {}): { prevented: boolean } {
  const seen = { prevented: false };
  pressed({ key: name, target, preventDefault: () => (seen.prevented = true), ...more } as unknown as KeyboardEvent);
  return seen;
}

function on(name: string): ReturnType<typeof vi.fn> {
  const run = vi.fn();
  ends.push(useKey({ key: name, does: "common-keys-help", group: "everyone", run }));
  return run;
}

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("Element", FakeElement);
  vi.stubGlobal("document", { querySelector: () => null });
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
});

afterEach(() => {
  for (const end of ends) end();
  ends = [];
  vi.unstubAllGlobals();
});

describe("a single key", () => {
  it("does its work", () => {
    const run = on("n");
    expect(key("N").prevented).toBe(true);
    expect(run).toHaveBeenCalledOnce();
  });
  it("is a letter like any other while a field has the focus", () => {
    const run = on("n");
    key("n", field);
    expect(run).not.toHaveBeenCalled();
  });
  it("leaves the browser's own combinations alone", () => {
    const run = on("p");
    key("p", page, { ctrlKey: true });
    key("P", page, { shiftKey: true });
    expect(run).not.toHaveBeenCalled();
  });
  it("with Shift is another key", () => {
    const plain = on("p");
    const shifted = on("Shift+P");
    key("P", page, { shiftKey: true });
    expect([plain.mock.calls.length, shifted.mock.calls.length]).toEqual([0, 1]);
  });
  it("can be switched off", () => {
    const run = on("n");
    setKeysOn(false);
    key("n");
    expect(run).not.toHaveBeenCalled();
  });
  it("belongs to the newest screen that wants it, and goes back afterwards", () => {
    const older = on("n");
    const newer = vi.fn();
    const end = useKey({ key: "n", does: "common-keys-help", group: "everyone", run: newer });
    key("n");
    end();
    key("n");
    expect([older.mock.calls.length, newer.mock.calls.length]).toEqual([1, 1]);
    expect(shortcuts()).toHaveLength(1);
  });
});
