import { expect, test } from "vitest";
import { sentenceFor } from "./sentence";

const pl = "Marketing: czego potrzebujesz od sprzedaży i po co? Sprzedaż: zgadnij, co napisze marketing.";
const en = "Sales: what do you need from marketing, and what for? Marketing: guess what sales will write.";

test("each side reads its own sentence", () => {
  expect(sentenceFor(pl, "marketing")).toBe("Czego potrzebujesz od sprzedaży i po co?");
  expect(sentenceFor(pl, "sales")).toBe("Zgadnij, co napisze marketing.");
  expect(sentenceFor(en, "sales")).toBe("What do you need from marketing, and what for?");
  expect(sentenceFor(en, "marketing")).toBe("Guess what sales will write.");
});

test("a text that does not name both sides stays whole", () => {
  expect(sentenceFor("Czego potrzebujesz?", "sales")).toBe("Czego potrzebujesz?");
  expect(sentenceFor("Marketing: co dalej?", "marketing")).toBe("Marketing: co dalej?");
});
