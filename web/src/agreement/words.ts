/** Which words an amendment may change, and what they are called: those of a clause, or of a cell of its row. */
import { room } from "../room.svelte";
import { penned } from "../table/cells";
import { cellOf, saidIn } from "../table/rows";
import type { AmendmentRecord, ClauseRecord, Field, RowRecord, TableRecord } from "../sync/wire";
import { say } from "../words.svelte";
import type { Chapter } from "./outline";

export interface Choice {
  /** Id of the shared text: a clause, or "<row>/<field>". */
  text: string;
  label: string;
  words: string;
  /** A cell whose value is chosen or typed in parts, not written as prose. */
  cell?: { table: TableRecord; row: RowRecord; field: Field };
}

/** The texts of one clause. A clause that stands for a row is changed cell by cell, unless somebody wrote it anew. */
export function choices(clause: ClauseRecord): Choice[] {
  const row = clause.row && !clause.text ? room.get("row", clause.row) : undefined;
  const table = row && room.get("table", row.table);
  if (!row || !table) return [{ text: clause.id, label: "", words: clause.text }];
  return table.fields.map((field) => ({
    text: `${row.id}/${field.id}`,
    label: say(field.title),
    words: cellOf(row, field.id).text,
    ...(penned(field) ? {} : { cell: { table, row, field } }),
  }));
}

/** As people read it: a cell in the words of its field. */
export function readable(text: string, words: string): string {
  const [row, field] = text.split("/");
  const record = room.get("row", row ?? "");
  const spec = record && room.get("table", record.table)?.fields.find((one) => one.id === field);
  if (!record || !spec) return words;
  return saidIn({ ...record, cells: { ...record.cells, [spec.id]: { text: words } } }, spec);
}

/** "7.2", and the field where it is a cell. */
export function placeOf(text: string, chapters: readonly Chapter<ClauseRecord>[]): string {
  const [row, field] = text.split("/");
  const all = chapters.flatMap((chapter) => chapter.clauses);
  const found = all.find(({ clause }) => (field ? clause.row === row : clause.id === text));
  const table = field ? room.get("table", room.get("row", row ?? "")?.table ?? "") : undefined;
  const title = say(table?.fields.find((one) => one.id === field)?.title);
  return [found?.number ?? "", title].filter(Boolean).join(", ");
}

export const openOn = (text: string): AmendmentRecord | undefined =>
  room.all("amendment").find((one) => one.text === text && one.end === "");

const DAY = 86_400_000;

/** Noon, so many days on, by the clock of this device. */
export function noonIn(days: number, now: number): number {
  const at = new Date(now + days * DAY);
  at.setHours(12, 0, 0, 0);
  return at.getTime();
}
