import { describe, expect, it } from "vitest";
import { predict } from "./predict";
import { Store } from "./store";
import type { BallotRecord, Command, NoteRecord, RawRecord } from "./wire";

function storeOf(...records: RawRecord[]): Store {
  const store = new Store(() => undefined);
  store.take(records, [], true);
  return store;
}

const prompt: RawRecord = { t: "prompt", id: "s.q", visibility: "team", votes: 3 };
const note = (id: string, place: number): RawRecord[] => [
  { t: "note", id, prompt: "s.q", text: id, place, version: 1 },
  { t: "authorship", id, person: "me" },
];
const guess = (store: Store, ...commands: Command[]): ReturnType<typeof predict> => predict(commands, store, "me");

describe("a guess", () => {
  it("of a note stands after the saved ones and is mine", () => {
    const guessed = guess(storeOf(prompt, ...note("a", 4)), { t: "add_note", id: "b", prompt: "s.q", text: "x" });
    expect((guessed.get("note:b") as NoteRecord).place).toBeGreaterThan(4);
    expect(guessed.get("authorship:b")).toMatchObject({ person: "me" });
  });

  it("builds on the guesses before it", () => {
    const guessed = guess(
      storeOf(prompt),
      { t: "add_note", id: "b", prompt: "s.q", text: "x" },
      { t: "edit_note", note: "b", text: "y", base: 1 },
      { t: "group_note", note: "b", theme: "t" },
    );
    expect(guessed.get("note:b")).toMatchObject({ text: "y", version: 2, theme: "t" });
  });

  it("of removing takes the note away", () => {
    expect(guess(storeOf(...note("a", 1)), { t: "remove_note", note: "a" }).get("note:a")).toBeNull();
  });

  it("about a note that is gone is nothing", () => {
    expect(guess(storeOf(prompt), { t: "edit_note", note: "z", text: "y", base: 1 }).size).toBe(0);
  });

  it("of placing puts my notes in the new order", () => {
    const store = storeOf(...note("a", 1), ...note("b", 2), ...note("c", 3));
    const guessed = guess(store, { t: "place_note", note: "c", before: "a" });
    const places = ["a", "b", "c"].map((id) => (guessed.get(`note:${id}`) as NoteRecord).place);
    expect(places).toEqual([2, 3, 1]);
  });

  it("of votes keeps within the dots I have", () => {
    const store = storeOf(prompt);
    const guessed = guess(
      store,
      { t: "vote", prompt: "s.q", target: "a", dots: 2 },
      { t: "vote", prompt: "s.q", target: "b", dots: 2 },
    );
    expect(guessed.get("ballot:s.q@me") as BallotRecord).toMatchObject({ dots: { a: 2 }, left: 1 });
  });

  it("of a vote taken back gives the dots back", () => {
    const store = storeOf(prompt, { t: "ballot", id: "s.q@me", dots: { a: 3 }, left: 0 });
    expect(guess(store, { t: "vote", prompt: "s.q", target: "a", dots: 0 }).get("ballot:s.q@me")).toMatchObject({
      dots: {},
      left: 3,
    });
  });

  const asked: RawRecord = { t: "prompt", id: "s.t", table: "terms", visibility: "team", votes: 0 };
  const terms: RawRecord = { t: "table", id: "terms", title: { pl: "", en: "" }, fields: [], team: "marketing" };
  const row: RawRecord = { t: "row", id: "r1", table: "terms", prompt: "s.t", place: 1, status: "draft", cells: {} };

  it("of a row is a request with the words it was given, after the saved ones", () => {
    const command: Command = { t: "add_row", id: "r2", prompt: "s.t", cells: { term: "MQL" } };
    const guessed = guess(storeOf(asked, terms, row), command).get("row:r2");
    expect(guessed).toMatchObject({ table: "terms", promised: false, cells: { term: { text: "MQL", version: 1 } } });
    expect(guess(storeOf(asked, terms, { ...row, id: "r2" }), command).size).toBe(0);
  });

  it("of a cell holds only on the version it rests on, and while nobody writes there", () => {
    const set = (base: number): Command => ({ t: "set_cell", row: "r1", field: "unit", words: "deal", base });
    expect(guess(storeOf(row), set(0), { ...set(1), words: "lead" } as Command).get("row:r1")).toMatchObject({
      cells: { unit: { text: "lead", version: 2 } },
    });
    expect(guess(storeOf(row), set(3)).size).toBe(0);
    const held = { ...row, cells: { unit: { text: "x", version: 1, pen: "ben" } } };
    expect(guess(storeOf(held), set(1)).size).toBe(0);
  });

  it("of a mark is mine at once, and goes when it is taken back", () => {
    const mark: Command = { t: "mark", prompt: "s.t", target: "r1", choice: "reject", text: "poza ICP" };
    expect(guess(storeOf(), mark).get("own_marks:s.t@me")).toMatchObject({
      marks: { r1: { choice: "reject", text: "poza ICP" } },
    });
    const back: Command = { t: "mark", prompt: "s.t", target: "r1" };
    expect(guess(storeOf(), mark, back).get("own_marks:s.t@me")).toMatchObject({ marks: {} });
  });

  it("of a figure stands in its month without a verdict, and goes when it is taken back", () => {
    const one = { value: 52, by: "ben", at: 7, status: "met" };
    const kept: RawRecord = { t: "actuals", id: "r1", figures: { "2027-01": one }, sum: 52, plan: 50 };
    const enter = (period: string, value: number | null): Command => ({
      t: "set_actuals",
      figures: [{ row: "r1", period, value }],
    });
    const guessed = guess(storeOf(kept), enter("2027-02", 45)).get("actuals:r1");
    expect(guessed).toMatchObject({ figures: { "2027-01": one, "2027-02": { value: 45, by: "me" } } });
    expect(guess(storeOf(), enter("2027-01", 1), enter("2027-01", null)).get("actuals:r1")).toMatchObject({
      figures: {},
    });
  });
});
