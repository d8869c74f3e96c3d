import { expect, test } from "vitest";
import { sheet } from "./geometry";

const place = (x: number, y: number, w: number, h: number) => ({ x, y, w, h });

const complete = [
  { id: "people", place: place(0, 0, 21, 80) },
  { id: "common", place: place(21, 0, 28, 47) },
  { id: "personal", place: place(21, 47, 28, 33) },
  { id: "purpose", place: place(41, 32, 16, 23) },
  { id: "values", place: place(49, 0, 28, 47) },
  { id: "strengths", place: place(0, 80, 49, 20) },
  { id: "weaknesses", place: place(49, 80, 51, 20) },
  { id: "needs", place: place(49, 47, 28, 33) },
  { id: "rules", place: place(77, 0, 23, 80) },
];

test("the complete canvas has columns 21 28 28 23 and rows 47 33 20", () => {
  const found = sheet(complete);
  expect(found?.columns).toEqual([21, 28, 28, 23]);
  expect(found?.rows).toEqual([47, 33, 20]);
});

test("the heart lies on the crossing of the four inner boxes and takes no line of its own", () => {
  const heart = sheet(complete)?.cells.find((cell) => cell.id === "purpose");
  expect(heart).toEqual({ id: "purpose", column: [3, 4], row: [2, 3], over: { w: 16, h: 23 } });
});

test("each inner box knows the corner the heart covers, the outer ones are free", () => {
  const cells = Object.fromEntries((sheet(complete)?.cells ?? []).map((cell) => [cell.id, cell.covered?.corner]));
  expect(cells).toMatchObject({
    common: "bottom-right",
    values: "bottom-left",
    personal: "top-right",
    needs: "top-left",
  });
  expect(cells["people"]).toBeUndefined();
  expect(cells["strengths"]).toBeUndefined();
});

test("every zone keeps its cell", () => {
  const cells = Object.fromEntries(
    (sheet(complete)?.cells ?? []).map((cell) => [cell.id, [...cell.column, ...cell.row]]),
  );
  expect(cells).toMatchObject({
    people: [1, 2, 1, 3],
    common: [2, 3, 1, 2],
    strengths: [1, 3, 3, 4],
    weaknesses: [3, 5, 3, 4],
    rules: [4, 5, 1, 3],
  });
});

test("a middle column beside four quarters is a plain grid", () => {
  const basic = [
    { id: "goals", place: place(0, 0, 33, 50) },
    { id: "roles", place: place(0, 50, 33, 50) },
    { id: "purpose", place: place(33, 0, 34, 100) },
    { id: "values", place: place(67, 0, 33, 50) },
    { id: "rules", place: place(67, 50, 33, 50) },
  ];
  const found = sheet(basic);
  expect(found?.columns).toHaveLength(3);
  expect(found?.cells.every((cell) => !cell.over && !cell.covered)).toBe(true);
});

test("a board with a zone without a place has no sheet", () => {
  expect(sheet([...complete, { id: "customer", place: null }])).toBeUndefined();
  expect(sheet([])).toBeUndefined();
});
