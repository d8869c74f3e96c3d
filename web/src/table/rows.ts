/** Small questions about tables and their rows. All are reactive, because the room's records are. */
import { room } from "../room.svelte";
import { dateOf, isActive, nameOf } from "../stage/view";
import type { Cell, Field, PromptRecord, ProposalRecord, RowRecord, TableRecord, Team } from "../sync/wire";
import { knows, lang, say, t } from "../words.svelte";
import { said, type Names } from "./cells";
import { spoken } from "./forms.svelte";

const NOTHING: Required<Cell> = { text: "", version: 0, pen: "", by: "" };

/** What stands in the cell; a cell nobody has written is missing in the row. */
export const cellOf = (row: RowRecord, field: string): Required<Cell> => ({ ...NOTHING, ...row.cells[field] });

export const writtenIn = (row: RowRecord): boolean => Object.values(row.cells).some((cell) => Boolean(cell.pen));

export const cellId = (row: string, field: string): string => `${row}/${field}`;

export function rowsOf(table: string): RowRecord[] {
  return room
    .all("row")
    .filter((row) => row.table === table)
    .sort((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1));
}

/** Rows added under the prompt, in this step or in an earlier one that asked the same. */
export function rowsUnder(prompt: PromptRecord, rows: readonly RowRecord[]): RowRecord[] {
  return rows.filter((row) => row.prompt === prompt.id || room.get("prompt", row.prompt)?.name === prompt.name);
}

/** Prompts by the table they share, in reading order; those without a table are left out. */
export function byTable(prompts: readonly PromptRecord[]): { table: TableRecord; prompts: PromptRecord[] }[] {
  const ids = [...new Set(prompts.map((prompt) => prompt.table).filter(Boolean))];
  return ids.flatMap((id) => {
    const table = room.get("table", id);
    return table ? [{ table, prompts: prompts.filter((prompt) => prompt.table === id) }] : [];
  });
}

export const headOf = (table: TableRecord): Field | undefined =>
  table.fields.find((field) => field.id === table.head) ?? table.fields[0];

/** "M3": the row's number in a table that counts its rows, else "". */
export function numberOf(row: RowRecord): string {
  const table = room.get("table", row.table);
  if (!table?.prefix) return "";
  return `${table.prefix}${String(rowsOf(table.id).findIndex((one) => one.id === row.id) + 1)}`;
}

/** What a row is called: the words of its head; its starter's name while it has none. */
export function nameOfRow(row: RowRecord): string {
  const table = room.get("table", row.table);
  const head = table && headOf(table);
  const words = head ? saidIn(row, head) : "";
  return words || say(table?.starts.find((start) => start.id === row.starter)?.name);
}

/** In the order of a sentence; what a table of promises has besides stands behind them. */
const SENTENCE = ["target", "measure", "to", "deadline", "owner", "measured_with", "if_missed"];

export function partsOf(table: TableRecord): { sentence: Field[]; rest: Field[] } {
  const head = headOf(table);
  return {
    sentence: SENTENCE.flatMap((id) => table.fields.find((field) => field.id === id) ?? []),
    rest: table.fields.filter((field) => field !== head && !SENTENCE.includes(field.id)),
  };
}

/** What leads to the field inside a sentence. */
export const joinOf = (field: Field): string =>
  knows(`table-join-${field.id}`) ? t(`table-join-${field.id}`) : `${say(field.title)}:`;

/** The words of a row by field. */
export const wordsOfRow = (row: RowRecord): Record<string, string> =>
  Object.fromEntries(Object.entries(row.cells).map(([field, cell]) => [field, cell.text ?? ""]));

const names: Names = {
  person: (id) => nameOf(id),
  row: (id, table) => {
    const row = room.get("row", id) ?? rowsOf(table).find((one) => one.starter === id);
    if (row) return [numberOf(row), nameOfRow(row)].filter(Boolean).join(" ");
    return say(room.get("table", table)?.starts.find((start) => start.id === id)?.name);
  },
  date: (iso) => dateOf(iso),
};

/** A value of the field as the room reads it. */
export const saidWords = (field: Field, words: string): string => said(field, words, spoken.forms, lang.current, names);

export const saidIn = (row: RowRecord, field: Field): string => saidWords(field, cellOf(row, field.id).text);

export const missing = (table: TableRecord, row: RowRecord): Field[] =>
  table.fields.filter((field) => field.required && cellOf(row, field.id).text === "");

/** Why the row cannot be put to the room yet; "" if it can. */
export function notReady(table: TableRecord, row: RowRecord): "" | "missing" | "pen" | "request" | "empty" {
  if (!row.promised) return "request";
  if (writtenIn(row)) return "pen";
  if (Object.values(row.cells).every((cell) => !cell.text)) return "empty";
  return missing(table, row).length > 0 ? "missing" : "";
}

/** To be asked about: not agreed as it stands, and nobody asks already. */
export const unasked = (row: RowRecord): boolean => row.status === "draft" || row.status === "changed";

const OPEN: readonly string[] = ["discuss", "vote", "agree"];

/** Whether I may change what stands in cells under the prompt now. */
export const mayWrite = (prompt: PromptRecord | undefined): boolean =>
  isActive() && (room.isFacilitator || OPEN.includes(prompt?.phase ?? ""));

/** … and add, move and remove rows. */
export const mayArrange = (prompt: PromptRecord | undefined): boolean => mayWrite(prompt) && prompt?.phase !== "vote";

export const mayAsk = (prompt: PromptRecord | undefined): boolean =>
  isActive() && (prompt?.phase === "discuss" || prompt?.phase === "agree");

/** Rows put to the room under one of the prompts and not decided. */
export function askedRows(prompts: readonly PromptRecord[]): ProposalRecord[] {
  return room
    .all("proposal")
    .filter(
      (proposal) =>
        proposal.rows.length > 0 &&
        prompts.some((prompt) => prompt.id === proposal.prompt) &&
        ["draft", "open", "failed"].includes(proposal.status),
    );
}

export const membersOf = (team: Team): string[] =>
  room
    .all("person")
    .filter((person) => person.role === "member" && person.team === team && !person.waiting)
    .sort((one, other) => one.number - other.number)
    .map((person) => person.id);
