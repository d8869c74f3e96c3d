/** The heads' draft on screens: what is left of it and what its parts say. */
import { room } from "../room.svelte";
import { nameOfRow } from "../table/rows";
import type { ClauseRecord, ProposalRecord, RowRecord, Text } from "../sync/wire";

export interface Item {
  id: string;
  text: string;
  section?: Text | undefined;
  /** What the heads wrote, where it reads otherwise now. */
  draft: string;
  /** The row that says it, cell by cell. */
  row: RowRecord | undefined;
}

/** What a clause says: its words, or the name of its row. */
const clauseText = (clause: ClauseRecord): string => clause.text || rowText(clause.row);

export function itemText(id: string): Item {
  const clause = room.get("clause", id);
  if (clause) {
    const section = room.get("section", clause.section)?.title;
    const row = clause.text ? undefined : room.get("row", clause.row);
    return { id, text: clauseText(clause), section, draft: clause.draft, row };
  }
  return { id, text: rowText(id) || (room.get("result", id)?.text ?? ""), draft: "", row: room.get("row", id) };
}

function rowText(id: string): string {
  const row = room.get("row", id);
  return row ? nameOfRow(row) : "";
}

/** Parts of the draft that nobody asks about yet; a wording that stands in two sections comes once. */
export function unasked(): Item[] {
  const left = room.get("draft", "w")?.left ?? [];
  const seen = new Set<string>();
  return left.map(itemText).filter((item) => {
    const clause = room.get("clause", item.id);
    const key = clause ? `${clause.result} ${clause.row} ${clause.result ? "" : clause.id}` : item.id;
    if (seen.has(key) || clause?.proposal) return false;
    seen.add(key);
    return true;
  });
}

/** Rounds about the draft that are not decided. */
export const rounds = (): ProposalRecord[] =>
  room.all("proposal").filter((one) => one.drafts.length > 0 && ["open", "failed"].includes(one.status));

export const hasDraft = (): boolean => room.get("draft", "w") !== undefined;
