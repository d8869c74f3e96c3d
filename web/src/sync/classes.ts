import type { Command } from "./wire";

type Tag = Command["t"];

/**
 * What may wait for the network (reliability P10): words, votes and answers that carry what they refer to; a cell that is
 * set names the version it rests on, a mark is nobody else's. Everything that leads the room or binds somebody (phases,
 * timer, pens, promises, freezing, signing …) happens now or not at all.
 */
const WAITS: ReadonlySet<Tag> = new Set<Tag>([
  "add_note",
  "edit_note",
  "remove_note",
  "place_note",
  "rate",
  "set_done",
  "add_theme",
  "rename_theme",
  "group_note",
  "vote",
  "consent",
  "jot",
  "add_row",
  "set_cell",
  "mark",
  "set_actuals",
]);

export function waits(command: Command): boolean {
  return WAITS.has(command.t);
}

/** The person's own words in a command: these are kept until somebody has seen them refused. */
export function wordsOf(command: Command): string {
  switch (command.t) {
    case "add_note":
    case "edit_note":
    case "jot":
      return command.text;
    case "add_theme":
    case "rename_theme":
      return command.title;
    case "consent":
      return command.reason ?? "";
    case "add_row":
      return Object.values(command.cells ?? {}).join("\n");
    case "set_cell":
      return command.words;
    case "mark":
      return command.text ?? "";
    case "set_actuals":
      return command.figures.map(({ value, note }) => [value, note].filter(Boolean).join(" ")).join("\n");
    default:
      return "";
  }
}

/** The record a command is about, as far as a screen marks it "waits here" or "refused". */
export function subject(command: Command, me: string): string | undefined {
  switch (command.t) {
    case "add_note":
      return `note:${command.id}`;
    case "edit_note":
    case "remove_note":
    case "place_note":
    case "group_note":
      return `note:${command.note}`;
    case "add_theme":
      return `theme:${command.id}`;
    case "rename_theme":
      return `theme:${command.theme}`;
    case "rate":
    case "set_done":
      return `desk:${command.prompt}@${me}`;
    case "vote":
      return `ballot:${command.prompt}@${me}`;
    case "consent":
      return `own_consent:${command.proposal}@${me}`;
    case "jot":
      return `jottings:${me}`;
    case "add_row":
      return `row:${command.id}`;
    case "set_cell":
      return `row:${command.row}/${command.field}`;
    case "mark":
      return `own_marks:${command.prompt}@${me}`;
    case "set_actuals": {
      const [one, more] = command.figures;
      return one && !more ? `actuals:${one.row}/${one.period}` : undefined;
    }
    default:
      return undefined;
  }
}

/** The prompt under which somebody writes, rates or marks. */
export function promptWritten(command: Command, promptOf: (note: string) => string | undefined): string | undefined {
  switch (command.t) {
    case "add_note":
    case "rate":
    case "mark":
      return command.prompt;
    case "edit_note":
    case "remove_note":
    case "place_note":
      return promptOf(command.note);
    default:
      return undefined;
  }
}
