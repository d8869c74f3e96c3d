import { expect, test } from "vitest";
import { hints } from "./hints";

const people = {
  names: ["Ania Nowak", "Marketing 1", "Bo", "O'Neil (Kraków)"],
  ignore: ["Marketing", "Sales", "Sprzedaż"],
};

test("good notes of the examples get no hint", () => {
  for (const good of [
    "Zakład 50–500 osób, poprosił o wycenę, energia od 80 tys. zł miesięcznie.",
    "A plant of 50–500 people that asked for a quote, energy from PLN 80k a month.",
    "Webinar branżowy: 64 leady, 9 SQL, 3 wygrane.",
    "Nie przekazywać paczki w piątek po 15:00.",
    "900 tys. zł nowych umów w 2027, liczba MQL to środek, nie cel.",
    "60% z leadów marketingu.",
    "20 new customers in Q1",
  ])
    expect(hints(good, people), good).toEqual([]);
});

test("empty words have no hint", () => {
  expect(hints("  \n ", people)).toEqual([]);
});

test("a note over 160 characters is long, counted in letters and not in bytes", () => {
  expect(hints("ż".repeat(161))).toContain("long");
  expect(hints("ż".repeat(160))).not.toContain("long");
  expect(hints("🙂".repeat(120))).not.toContain("long");
});

test("two sentences or a semicolon look like two thoughts, an abbreviation does not", () => {
  expect(hints("Dzwonimy tego samego dnia. Piszemy potem mail.")).toContain("two");
  expect(hints("Call first; write later")).toContain("two");
  expect(hints("Duży zakład, np. Huta w Krakowie")).not.toContain("two");
  expect(hints("Koszt od 80 tys. PLN miesięcznie")).not.toContain("two");
});

test("always or never about you or them is a blame in both languages", () => {
  expect(hints("Wy nigdy nie oddzwaniacie")).toContain("blame");
  expect(hints("They always ask for discounts")).toContain("blame");
  expect(hints("Nigdy nie wysyłamy oferty bez rozmowy")).not.toContain("blame");
});

test("a person's name is seen, a team's name is not", () => {
  expect(hints("Ania nie oddzwania", people)).toContain("person");
  expect(hints("ania nowak ma dane", people)).toContain("person");
  expect(hints("Czekamy na Marketing 1", people)).toContain("person");
  expect(hints("Marketing czeka na dane", people)).not.toContain("person");
  expect(hints("Kanianka rośnie", people)).not.toContain("person");
  expect(hints("what o'neil (kraków) said", people)).toContain("person");
});

test("a bare number asks for its unit", () => {
  expect(hints("Chcemy mieć 50")).toContain("number");
  expect(hints("50 MQL miesięcznie")).not.toContain("number");
  expect(hints("€ 900 rocznie")).not.toContain("number");
  expect(hints("€ 900")).not.toContain("number");
  expect(hints("1 200 leadów")).not.toContain("number");
});

test("better and more without any figure ask how we will know", () => {
  expect(hints("Lepsza komunikacja i więcej leadów")).toContain("vague");
  expect(hints("Faster answers")).toContain("vague");
  expect(hints("Szybciej: w 24 godziny")).not.toContain("vague");
});

test("mail, telephone and PESEL of a customer are seen", () => {
  expect(hints("pisać na jan.k@firma.pl")).toContain("contact");
  expect(hints("dzwonić +48 601 234 567")).toContain("contact");
  expect(hints("PESEL 44051401458")).toContain("contact");
  expect(hints("900 000 zł")).not.toContain("contact");
});
