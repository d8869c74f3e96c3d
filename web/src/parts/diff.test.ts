import { expect, test } from "vitest";
import { changes } from "./diff";

const shown = (before: string, now: string) =>
  changes(before, now)
    .map((piece) => (piece.added ? `[${piece.text}]` : piece.text))
    .join("");

test("only the new words are marked, with the spaces between them", () => {
  expect(
    shown("Dobry lead to zakład pokazała zamiar", "Dobry lead to zakład w ostatnich 30 dniach pokazała zamiar"),
  ).toBe("Dobry lead to zakład [w ostatnich 30 dniach] pokazała zamiar");
});

test("a changed word in two places is marked twice", () => {
  expect(shown("a b c d", "a x c y")).toBe("a [x] c [y]");
});

test("the first words ever are not a change, and neither are the same ones", () => {
  expect(shown("", "new words")).toBe("new words");
  expect(shown("same", "same")).toBe("same");
  expect(changes("gone", "")).toEqual([]);
});

test("all pieces together are the words, whatever changed", () => {
  const now = "ąę 🙂 x\n\ny  z ";
  expect(
    changes("x y z q q", now)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(now);
  const long = Array.from({ length: 2000 }, (_, i) => `w${String(i)}`).join(" ");
  expect(
    changes("other", long)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(long);
});
