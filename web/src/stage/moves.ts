/** Grouping notes: one way of doing it for the mouse, the keyboard and the menu. */
import type { Choice } from "../parts/Menu.svelte";
import { announce } from "../parts/Live.svelte";
import { room } from "../room.svelte";
import type { NoteRecord, PromptRecord } from "../sync/wire";
import { t } from "../words.svelte";
import { notesOf, short, themesOf } from "./view";

const TITLE = 140;

export function group(note: NoteRecord, theme: string): void {
  if (note.theme === theme) return;
  void room.do({ t: "group_note", note: note.id, theme });
  const title = room.get("theme", theme)?.title;
  announce(title ? t("stage-move-said", { theme: title }) : t("stage-move-said-out"));
}

export function makeTheme(prompt: string, title: string, notes: readonly string[]): string {
  const id = room.newId();
  void room.do({ t: "add_theme", id, prompt, title: [...title.trim()].slice(0, TITLE).join(""), notes: [...notes] });
  announce(t("stage-move-said", { theme: title.trim() }));
  return id;
}

/** Two notes that say the same: into the theme one of them has, else into a new one named after the other. */
export function together(note: NoteRecord, other: NoteRecord): void {
  if (note.id === other.id) return;
  if (other.theme) group(note, other.theme);
  else makeTheme(note.prompt, other.text, [other.id, note.id]);
}

/** Everything a note can be moved to. */
export function moves(prompt: PromptRecord, note: NoteRecord, onnew: (notes: string[]) => void): Choice[] {
  const themes = themesOf(prompt.id)
    .filter((theme) => theme.id !== note.theme)
    .map((theme) => ({
      id: theme.id,
      text: t("stage-move-to", { theme: theme.title }),
      run: () => group(note, theme.id),
    }));
  return [
    ...themes,
    ...equals(prompt, note),
    { id: "new", text: t("stage-theme-new"), run: () => onnew([note.id]), apart: true },
    ...(note.theme ? [{ id: "out", text: t("stage-move-out"), run: () => group(note, "") }] : []),
  ];
}

/** A guess may say the same as a need of the asked team. */
function equals(prompt: PromptRecord, note: NoteRecord): Choice[] {
  if (prompt.answer_type !== "request_and_guess" || !note.team) return [];
  return notesOf(prompt.id)
    .filter(
      (other) => other.team !== null && other.team !== note.team && (other.theme === "" || other.theme !== note.theme),
    )
    .map((other, at) => ({
      id: `equals-${other.id}`,
      text: t("stage-move-equals", { text: short(other.text) }),
      run: () => together(note, other),
      apart: at === 0,
    }));
}
