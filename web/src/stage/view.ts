/** Small questions every screen of the stage asks the room. All are reactive, because the room's records are. */
import { figuresOf } from "../marks/view";
import { room } from "../room.svelte";
import type { NoteRecord, PromptRecord, ProposalRecord, StepRecord, Team } from "../sync/wire";
import { day, say, t } from "../words.svelte";

export const TEAMS: readonly [Team, Team] = ["marketing", "sales"];
export const SIDE: Record<Team, "a" | "b"> = { marketing: "a", sales: "b" };

export const teamName = (team: Team): string => say(room.workshop?.teams[team].name);

/** A person's name; the second of one name has a number beside it. */
export function nameOf(id: string): string {
  const person = room.get("person", id) ?? room.get("leaver", id);
  if (!person) return "";
  return person.twin > 1 ? t("stage-person-twin", { name: person.name, n: person.twin }) : person.name;
}

export const sideOf = (id: string): "a" | "b" | undefined => {
  const team = room.get("person", id)?.team;
  return team ? SIDE[team] : undefined;
};

export const myTeam = (): Team | undefined =>
  room.person?.role === "member" ? (room.person.team ?? undefined) : undefined;

export const steps = (): StepRecord[] => room.all("step").sort((one, other) => one.order - other.order);

/** The step that runs now. */
export const step = (): StepRecord | undefined => (room.now?.step ? room.get("step", room.now.step) : undefined);

/** Between two steps: the one that ended last. */
export const lastStep = (): StepRecord | undefined =>
  steps()
    .filter((one) => one.ended !== null)
    .sort((one, other) => (other.ended ?? 0) - (one.ended ?? 0))[0];

export function promptsOf(id: string): PromptRecord[] {
  return room
    .all("prompt")
    .filter((prompt) => prompt.step === id)
    .sort((one, other) => one.order - other.order);
}

/** Prompts that go through the phases together right now. */
export function openPrompts(): PromptRecord[] {
  const turn = step()?.turns[room.now?.turn ?? 0] ?? [];
  return turn.map((id) => room.get("prompt", id)).filter((prompt): prompt is PromptRecord => prompt !== undefined);
}

const byPlace = (one: { place: number; id: string }, other: { place: number; id: string }): number =>
  one.place - other.place || (one.id < other.id ? -1 : 1);

export const notesOf = (prompt: string): NoteRecord[] =>
  room
    .all("note")
    .filter((note) => note.prompt === prompt)
    .sort(byPlace);

/** Something besides rows is said under the prompt. */
export const talksOf = (prompt: PromptRecord): boolean => !prompt.table || notesOf(prompt.id).length > 0;

/** Only figures are marked under the prompt, and everybody keeps their own: there is nothing to vote on or to agree. */
export const figuresAlone = (prompt: PromptRecord): boolean =>
  !prompt.must_agree && figuresOf(prompt.id) !== undefined && notesOf(prompt.id).length === 0;

export const isMine = (note: string): boolean => room.get("authorship", note)?.person === room.me;

export const myNotes = (prompt: string): NoteRecord[] => notesOf(prompt).filter((note) => isMine(note.id));

export const themesOf = (prompt: string) =>
  room
    .all("theme")
    .filter((theme) => theme.prompt === prompt)
    .sort(byPlace);

/** Names and words that hints need. */
export const peopleForHints = (): { names: string[]; ignore: string[] } => ({
  names: room.all("person").map((person) => person.name),
  ignore: [
    ...TEAMS.flatMap((team) => Object.values(room.workshop?.teams[team].name ?? {})),
    room.workshop?.company ?? "",
  ],
});

const LIVE = ["draft", "open", "failed"];

/** The wording that is up for agreement under a prompt, rows of tables aside: one in motion, else the last that was settled. */
export function proposalOf(prompt: string): ProposalRecord | undefined {
  const here = room
    .all("proposal")
    .filter((proposal) => proposal.prompt === prompt && proposal.rows.length + proposal.drafts.length === 0);
  return (
    here.find((proposal) => LIVE.includes(proposal.status)) ??
    here.find((proposal) => proposal.status === "agreed") ??
    here.find((proposal) => proposal.status === "parked")
  );
}

export const resultsOf = (prompt: string) =>
  room
    .all("result")
    .filter((result) => result.prompt === prompt)
    .sort((one, other) => one.at - other.at);

/** People here who answer: members of the team that are not away. */
export const present = (team: Team): number =>
  room
    .all("person")
    .filter((person) => person.role === "member" && person.team === team && !person.away && !person.waiting).length;

/** What is promised before the first letter: who will see the note, and who its author was. */
export function promised(prompt: PromptRecord): string {
  const said = { named: "stage-sees-named", team: "stage-sees-team", hidden: "stage-sees-hidden" }[prompt.visibility];
  const few = (room.get("step", prompt.step)?.exposed ?? []).length > 0;
  return few ? `${t(said)} ${t("stage-sees-hidden-few")}` : t(said);
}

export const isMember = (): boolean => room.person?.role === "member";

/** Members and facilitators group, write and move things; observers watch. */
export const isActive = (): boolean => room.person !== undefined && room.person.role !== "observer";

/** The path of this workshop, without a slash at its end. */
export const base = (): string => /^\/w\/[^/]+/.exec(location.pathname)?.[0] ?? "";

/** What to call a step with several prompts: "The nine questions, 3 of 9". */
export function where(prompt: PromptRecord | undefined): { activity: string; title: string } {
  const now = step();
  if (!now) return { activity: "", title: "" };
  const turns = now.turns.length;
  const activity =
    turns > 1 ? t("stage-where", { activity: say(now.name), n: (room.now?.turn ?? 0) + 1, of: turns }) : say(now.name);
  return { activity, title: prompt && openPrompts().length === 1 ? say(prompt.title) : "" };
}

/** "2027-01-15" as people say it; a date has no zone of its own. */
export const dateOf = (iso: string): string => (Number.isNaN(Date.parse(iso)) ? iso : day(Date.parse(iso), "UTC"));

export const short = (text: string, most = 60): string =>
  [...text].length > most
    ? `${[...text]
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`
    : text;
