/** Reviews as the room's records have them. All are reactive. */
import { outline } from "../agreement/outline";
import { room } from "../room.svelte";
import type { ClauseRecord, MarkingRecord, PromptRecord, SplitRecord, Text } from "../sync/wire";
import { day, say } from "../words.svelte";
import { common, sorted, type Sorted, type Tops } from "./group";

/** The number of each clause in the draft, "4.2". */
export function numbers(): ReadonlyMap<string, string> {
  const chapters = outline(room.all("section"), room.all("clause"));
  return new Map(chapters.flatMap((chapter) => chapter.clauses.map((one) => [one.clause.id, one.number] as const)));
}

export const sectionOf = (clause: string): string => room.get("clause", clause)?.section ?? "";

export const sectionTitle = (section: string): string => say(room.get("section", section)?.title);

/** What was said under the prompt, of clauses that still stand. */
export const splitsOf = (prompt: string, marking: MarkingRecord): SplitRecord[] =>
  marking.targets
    .filter((target) => room.get("clause", target))
    .map((target) => room.get("split", `${prompt}@${target}`))
    .filter((split): split is SplitRecord => split !== undefined);

export const choicesIn = (marking: MarkingRecord): string[] => marking.marks.choices.map((choice) => choice.id);

export const sortedOf = (prompt: string, marking: MarkingRecord): Sorted<SplitRecord> =>
  sorted(splitsOf(prompt, marking), choicesIn(marking));

export interface Held {
  prompt: PromptRecord;
  marking: MarkingRecord;
  session: number;
  at: number;
}

/** Reviews that lie open, the earliest first. */
export function reviews(): Held[] {
  return room
    .all("prompt")
    .flatMap((prompt) => {
      const marking = room.get("marking", prompt.id);
      const step = room.get("step", prompt.step);
      const lies = prompt.revealed && prompt.phase !== "write";
      if (!marking?.marks.review || !lies || !step?.started) return [];
      return [{ prompt, marking, session: step.session, at: step.started }];
    })
    .sort((one, other) => one.at - other.at);
}

export interface Verdict {
  prompt: string;
  /** "24 November 2026". */
  when: string;
  tops: Tops;
  /** The choice of both, or of everybody where authors are hidden; "" where there is none. */
  common: string;
  /** The word of a choice, and its place among them: 0 works best. */
  word: (choice: string) => string;
  rank: (choice: string) => number;
  last: number;
}

/** What became of a clause over time: one verdict a review. */
export function history(clause: ClauseRecord): Verdict[] {
  return reviews().flatMap(({ prompt, marking, at }) => {
    const split = room.get("split", `${prompt.id}@${clause.id}`);
    if (!split) return [];
    const choices = choicesIn(marking);
    const texts = new Map<string, Text>(marking.marks.choices.map((choice) => [choice.id, choice.text]));
    return [
      {
        prompt: prompt.id,
        when: day(at, room.workshop?.timezone),
        tops: split.tops,
        common: common(split),
        word: (choice: string) => say(texts.get(choice)),
        rank: (choice: string) => choices.indexOf(choice),
        last: choices.length - 1,
      },
    ];
  });
}

/** The review of the session that a step stands in, once it lies open. */
export const reviewIn = (session: number): Held | undefined => reviews().findLast((one) => one.session === session);
