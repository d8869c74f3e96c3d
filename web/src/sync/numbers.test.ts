import { expect, test } from "vitest";
import { promptWritten } from "./classes";
import { SEALED } from "./outbox";
import { StoredNumbers } from "./shelf";

function storage(): Pick<Storage, "getItem" | "setItem"> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

test("what a hidden author writes leaves no gap in the other numbers", () => {
  const numbers = new StoredNumbers(storage());
  const sealed = [false, true, true, false, true, false].map((hidden) => [hidden, numbers.next("c", hidden)] as const);
  expect(sealed.filter(([hidden]) => !hidden).map(([, n]) => n)).toEqual([1, 2, 3]);
});

test("numbers of hidden authors rise over reloads, never come twice, and do not count", () => {
  const kept = storage();
  const found = Array.from({ length: 200 }, (_, at) => {
    const page = new StoredNumbers(kept);
    return page.next("c", at % 7 !== 0);
  }).filter((_, at) => at % 7 !== 0);
  expect(found).toEqual([...new Set(found)].sort((one, other) => one - other));
  expect(found.every((n) => n > SEALED && Number.isSafeInteger(n))).toBe(true);
  const steps = found.slice(1).map((n, at) => n - (found[at] ?? 0));
  expect(new Set(steps).size).toBeGreaterThan(100);
});

test("notes, ratings and marks belong to a prompt; the rest is nobody's writing", () => {
  const promptOf = (note: string): string | undefined => (note === "n" ? "s.q" : undefined);
  const add = { t: "add_note", id: "n", prompt: "s.q", text: "x" } as const;
  expect(promptWritten(add, promptOf)).toBe("s.q");
  expect(promptWritten({ t: "edit_note", note: "n", text: "x", base: 1 }, promptOf)).toBe("s.q");
  expect(promptWritten({ t: "remove_note", note: "other" }, promptOf)).toBeUndefined();
  expect(promptWritten({ t: "rate", prompt: "s.q", value: 1 }, promptOf)).toBe("s.q");
  expect(promptWritten({ t: "vote", prompt: "s.q", target: "n", dots: 1 }, promptOf)).toBeUndefined();
  expect(promptWritten({ t: "set_done", prompt: "s.q", done: true }, promptOf)).toBeUndefined();
});
