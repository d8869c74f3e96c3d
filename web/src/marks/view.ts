/** What the room says of figures that are marked. */
import { room } from "../room.svelte";
import type { MarkingRecord, Option } from "../sync/wire";

/** What is marked under a prompt, if it is figures. */
export function figuresOf(prompt: string): MarkingRecord | undefined {
  const found = room.get("marking", prompt);
  return found && found.marks.kind !== "choice" ? found : undefined;
}

export const optionOf = (marking: MarkingRecord, target: string): Option | undefined =>
  marking.marks.keys.find((key) => key.id === target);
