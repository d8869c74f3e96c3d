/** Which session is on, which comes next, and what people answer before it. All are reactive, like the records. */
import { room } from "../room.svelte";
import type { PromptRecord, SessionRecord, StepRecord } from "../sync/wire";
import { clock, day, t } from "../words.svelte";

export const sessions = (): SessionRecord[] => room.all("session").sort((one, other) => one.number - other.number);

export const running = (): SessionRecord | undefined => sessions().find((one) => one.status === "running");

export const coming = (): SessionRecord | undefined => sessions().find((one) => one.status === "next");

/** The session that is on, else the one people come to next, else the last. */
export const current = (): SessionRecord | undefined => running() ?? coming() ?? sessions().at(-1);

export const lastEnded = (): SessionRecord | undefined => sessions().findLast((one) => one.status === "ended");

/** Some session is over and none is on. */
export const between = (): boolean => running() === undefined && lastEnded() !== undefined;

/** In a session of the heads others of their teams do not sit; they wait for their turn. */
export const sitsOut = (): boolean => room.person?.role === "member" && !room.person.sits;

/** "14 January 2027, 9:00", "" while nobody has named a day. */
export function when(session: SessionRecord): string {
  const zone = room.workshop?.timezone;
  if (!session.starts_at) return "";
  return t("sessions-when", { day: day(session.starts_at, zone), time: clock(session.starts_at, zone) });
}

export interface Before {
  step: StepRecord;
  prompts: PromptRecord[];
}

/** Prompts that are open before the day, by step. */
export function prework(): Before[] {
  const open = room.all("prompt").filter((prompt) => prompt.prework === "open");
  return room
    .all("step")
    .sort((one, other) => one.order - other.order)
    .map((step) => ({ step, prompts: open.filter((p) => p.step === step.id).sort((a, b) => a.order - b.order) }))
    .filter((one) => one.prompts.length > 0);
}
