import { expect, test } from "vitest";
import { enough, plot } from "./band";

const scale = { min: 1, max: 5 };

test("no two marks cover each other, also with a whole team on one value", () => {
  const { marks } = plot({ marketing: Array<number>(40).fill(3), sales: [3, 3, 4] }, scale, 360);
  const spots = new Set(marks.map((mark) => `${mark.x.toFixed(1)} ${mark.y.toFixed(1)}`));
  expect(spots.size).toBe(43);
});

test("circles lie above the line and squares below it, all inside the picture", () => {
  const drawn = plot({ marketing: [1, 5, 5, 5, 5, 5, 5], sales: [1, 1, 1, 1, 1, 5] }, scale, 300);
  for (const mark of drawn.marks) {
    expect(mark.team === "marketing" ? mark.y < drawn.axis : mark.y > drawn.axis).toBe(true);
    expect(mark.x > 0 && mark.x < drawn.width && mark.y > 0 && mark.y < drawn.height).toBe(true);
  }
});

test("with fewer than three answers on a side there are no means", () => {
  expect(plot({ marketing: [4, 4], sales: [1, 2, 2, 2] }, scale, 800).means).toBeUndefined();
  expect(plot({ marketing: [4, 4, 5], sales: [1, 2, 3] }, scale, 800).means?.sales).toBe(2);
  expect(enough([1, 1, 1], [])).toBe(false);
});
