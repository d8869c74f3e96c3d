/** What people mark, and what was said of it once it lies open. All are reactive, because the room's records are. */
import { room } from "../room.svelte";
import type { ClauseRecord, MarkingRecord, OwnMark, RowRecord } from "../sync/wire";
import { say } from "../words.svelte";
import { cellOf, headOf, nameOfRow, numberOf, saidIn } from "./rows";

export interface Target {
  id: string;
  title: string;
  /** Label and words, as the card shows them. */
  facts: { label: string; words: string }[];
  /** Whole sentences: the clauses of a section, the words of a clause. */
  sentences: string[];
  /** Ids of the notes it grew from. */
  sources: readonly string[];
}

/** What is sorted, read or scored under a prompt: each thing gets one of a few answers. Figures are in ../marks. */
export function choicesOf(prompt: string): MarkingRecord | undefined {
  const found = room.get("marking", prompt);
  return found?.marks.kind === "choice" ? found : undefined;
}

export const myMark = (prompt: string, target: string): Required<OwnMark> => ({
  choice: "",
  value: null,
  text: "",
  ...room.get("own_marks", `${prompt}@${room.me}`)?.marks[target],
});

export const marked = (mark: OwnMark): boolean => Boolean(mark.choice);

export function targetOf(marking: MarkingRecord, id: string): Target {
  switch (marking.marks.of) {
    case "rows":
      return ofRow(id, room.get("row", id));
    case "clauses":
      return ofClause(id, room.get("clause", id));
    case "sections":
      return ofSection(id);
    default:
      return {
        id,
        title: say(marking.marks.keys.find((key) => key.id === id)?.text),
        facts: [],
        sentences: [],
        sources: [],
      };
  }
}

function ofRow(id: string, row: RowRecord | undefined): Target {
  const table = row && room.get("table", row.table);
  if (!row || !table) return { id, title: "", facts: [], sentences: [], sources: [] };
  const head = headOf(table);
  const facts = table.fields
    .filter((field) => field.id !== head?.id && cellOf(row, field.id).text !== "")
    .map((field) => ({ label: say(field.title), words: saidIn(row, field) }));
  return {
    id,
    title: [numberOf(row), nameOfRow(row)].filter(Boolean).join(" "),
    facts,
    sentences: [],
    sources: row.based_on,
  };
}

function ofClause(id: string, clause: ClauseRecord | undefined): Target {
  if (!clause) return { id, title: "", facts: [], sentences: [], sources: [] };
  const section = say(room.get("section", clause.section)?.title);
  if (clause.text || !clause.row)
    return { id, title: section, facts: [], sentences: [clause.text], sources: clause.sources };
  const row = ofRow(id, room.get("row", clause.row));
  return { ...row, title: section, sentences: [row.title] };
}

function ofSection(id: string): Target {
  const clauses = room
    .all("clause")
    .filter((clause) => clause.section === id)
    .sort((one, other) => one.order - other.order);
  const sentences = clauses.flatMap((clause) => ofClause(clause.id, clause).sentences);
  return { id, title: say(room.get("section", id)?.title), facts: [], sentences, sources: [] };
}
