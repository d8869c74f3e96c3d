import { keyOf, type Overlay, type View } from "./store";
import type {
  ActualsRecord,
  AnyRecord,
  BallotRecord,
  Cell,
  Command,
  DeskRecord,
  Kind,
  NoteRecord,
  OwnMark,
  OwnMarksRecord,
  Reached,
  RecordOf,
  RowRecord,
} from "./wire";

/** Notes and rows that wait stand after those that are saved. */
const AFTER_ALL = 1_000_000_000;

/** What the pending commands will probably do, one after the other. Each guess falls when its answer comes. */
export function predict(commands: readonly Command[], under: View, me: string): Overlay {
  const overlay: Overlay = new Map();
  const view = over(under, overlay);
  commands.forEach((command, order) => {
    for (const [key, record] of guess(command, view, me, order)) overlay.set(key, record);
  });
  return overlay;
}

type Guess = [string, AnyRecord | null][];

function guess(command: Command, view: View, me: string, order: number): Guess {
  switch (command.t) {
    case "add_note":
      return added(command, view, me, order);
    case "edit_note":
      return edited(command, view);
    case "remove_note":
      return [
        [`note:${command.note}`, null],
        [`authorship:${command.note}`, null],
      ];
    case "place_note":
      return placed(command.note, command.before, view, me);
    case "group_note":
      return changed(view.get("note", command.note), { theme: command.theme });
    case "rate":
      return put<DeskRecord>({ ...desk(command.prompt, view, me), rating: command.value });
    case "set_done":
      return put<DeskRecord>({ ...desk(command.prompt, view, me), done: command.done });
    case "vote":
      return voted(command, view, me);
    case "add_row":
      return rowAdded(command, view, me, order);
    case "set_cell":
      return cellSet(command, view, me);
    case "mark":
      return marked(command, view, me);
    case "set_actuals":
      return reached(command, view, me);
    default:
      return [];
  }
}

function added(command: Extract<Command, { t: "add_note" }>, view: View, me: string, order: number): Guess {
  if (view.get("note", command.id)) return [];
  const hidden = view.get("prompt", command.prompt)?.visibility === "hidden";
  const note: NoteRecord = {
    t: "note",
    id: command.id,
    prompt: command.prompt,
    text: command.text,
    place: AFTER_ALL + order,
    version: 1,
    team: hidden ? null : (view.get("person", me)?.team ?? null),
    theme: "",
    days: command.days ?? null,
    evidence: command.evidence ?? "",
    late: command.late ?? false,
    taken_up: "",
  };
  return [...put(note), ...put({ t: "authorship", id: command.id, person: me })];
}

function edited(command: Extract<Command, { t: "edit_note" }>, view: View): Guess {
  return changed(view.get("note", command.note), {
    text: command.text,
    days: command.days ?? null,
    evidence: command.evidence ?? "",
    version: command.base + 1,
  });
}

/** Own notes of a prompt in their new order; they share out the places they had. */
function placed(id: string, before: string, view: View, me: string): Guess {
  const moved = view.get("note", id);
  if (!moved) return [];
  const mine = view
    .all("note")
    .filter((note) => note.prompt === moved.prompt && view.get("authorship", note.id)?.person === me)
    .sort((one, other) => one.place - other.place);
  const places = mine.map((note) => note.place);
  const rest = mine.filter((note) => note.id !== id);
  const at = rest.findIndex((note) => note.id === before);
  rest.splice(at < 0 ? rest.length : at, 0, moved);
  return rest.flatMap((note, index) => put({ ...note, place: places[index] ?? note.place }));
}

function voted(command: Extract<Command, { t: "vote" }>, view: View, me: string): Guess {
  const ballot = view.get("ballot", `${command.prompt}@${me}`);
  const budget = view.get("prompt", command.prompt)?.votes ?? 0;
  const before: BallotRecord = ballot ?? { t: "ballot", id: `${command.prompt}@${me}`, dots: {}, left: budget };
  const had = before.dots[command.target] ?? 0;
  if (command.dots - had > before.left) return [];
  const others = Object.entries(before.dots).filter(([target]) => target !== command.target);
  const dots = Object.fromEntries(command.dots > 0 ? [...others, [command.target, command.dots]] : others);
  return put({ ...before, dots, left: before.left + had - command.dots });
}

/** What a starter brings along only the server knows. */
function rowAdded(command: Extract<Command, { t: "add_row" }>, view: View, me: string, order: number): Guess {
  const table = view.get("table", view.get("prompt", command.prompt)?.table ?? "");
  if (!table || view.get("row", command.id)) return [];
  const written = Object.entries(command.cells ?? {}).map(([field, text]): [string, Cell] => [
    field,
    { text, version: 1, pen: "", by: me },
  ]);
  const row: RowRecord = {
    t: "row",
    id: command.id,
    table: table.id,
    prompt: command.prompt,
    place: AFTER_ALL + order,
    cells: Object.fromEntries(written),
    status: "draft",
    promised: table.team === null,
    promisers: [],
    starter: command.starter ?? "",
    based_on: command.based_on ?? [],
    by: me,
    team: view.get("person", me)?.team ?? null,
    result: "",
    proposal: "",
    was: {},
    heads: false,
  };
  return put(row);
}

/** Only on top of the version it was set on: otherwise the server will say no. */
function cellSet(command: Extract<Command, { t: "set_cell" }>, view: View, me: string): Guess {
  const row = view.get("row", command.row);
  const before = row?.cells[command.field];
  if (!row || (before?.version ?? 0) !== command.base || (before?.pen ?? "")) return [];
  const cell: Cell = { text: command.words, version: command.base + 1, pen: "", by: me };
  return put({ ...row, cells: { ...row.cells, [command.field]: cell } });
}

function marked(command: Extract<Command, { t: "mark" }>, view: View, me: string): Guess {
  const id = `${command.prompt}@${me}`;
  const before: OwnMarksRecord = view.get("own_marks", id) ?? { t: "own_marks", id, marks: {} };
  const mark: OwnMark = { choice: command.choice ?? "", value: command.value ?? null, text: command.text ?? "" };
  const others = Object.entries(before.marks).filter(([target]) => target !== command.target);
  const nothing = mark.choice === "" && mark.value === null && mark.text === "";
  return put({ ...before, marks: Object.fromEntries(nothing ? others : [...others, [command.target, mark]]) });
}

/** The figures as they were typed; how they stand to the plan only the server says. */
function reached(command: Extract<Command, { t: "set_actuals" }>, view: View, me: string): Guess {
  const found = new Map<string, ActualsRecord>();
  for (const { row, period, value, note } of command.figures) {
    const before = found.get(row) ??
      view.get("actuals", row) ?? { t: "actuals", id: row, figures: {}, sum: null, plan: null };
    const others = Object.entries(before.figures).filter(([month]) => month !== period);
    const figure: [string, Reached][] = value === null ? [] : [[period, { value, by: me, at: 0, note: note ?? "" }]];
    found.set(row, { ...before, figures: Object.fromEntries([...others, ...figure]) });
  }
  return [...found.values()].flatMap((record) => put<ActualsRecord>(record));
}

function desk(prompt: string, view: View, me: string): DeskRecord {
  return view.get("desk", `${prompt}@${me}`) ?? { t: "desk", id: `${prompt}@${me}`, rating: null, done: false };
}

function changed<R extends AnyRecord>(record: R | undefined, change: Partial<R>): Guess {
  return record ? put({ ...record, ...change }) : [];
}

function put<R extends AnyRecord>(record: R): Guess {
  return [[keyOf(record), record]];
}

function over(under: View, overlay: Overlay): View {
  return {
    get<K extends Kind>(kind: K, id: string): RecordOf<K> | undefined {
      const guessed = overlay.get(`${kind}:${id}`);
      return guessed === undefined ? under.get(kind, id) : ((guessed ?? undefined) as RecordOf<K> | undefined);
    },
    all<K extends Kind>(kind: K): RecordOf<K>[] {
      const kept = under.all(kind).filter((record) => !overlay.has(keyOf(record)));
      const guessed = [...overlay.values()].filter((r): r is RecordOf<K> => r !== null && r.t === kind);
      return [...kept, ...guessed];
    },
  };
}
