/** A template as it is changed: wishes over the catalogue. What is null is as the catalogue has it. */
import type {
  Activity,
  CustomField,
  CustomPrompt,
  CustomStep,
  CustomTable,
  Field,
  Language,
  Phase,
  Prompt,
  Table,
  Template,
  Text,
} from "../sync/wire";

/** What steps can be made of; parts of an activity that nobody changes here stay on the server. */
export interface Supply {
  templates: Template[];
  activities: Activity[];
  sections: { id: string; title: Text }[];
  breaks: Record<string, Text>;
  /** Shares of a step's minutes where nothing else is said. */
  phases: Record<string, number>;
}

export type Words = string | Text | null;
export type Running = Exclude<Phase, "waiting" | "closed">;
export const PHASES: readonly Running[] = ["write", "reveal", "discuss", "vote", "agree"];
export const LONGEST_STEP = 480;
export const MOST = 60;

export interface Shown {
  wish: CustomPrompt;
  known: Prompt | undefined;
}

export interface Column {
  wish: CustomField;
  known: Field | undefined;
  /** Rows say nothing without it. */
  needed: boolean;
}

export function textOf(words: Words | undefined): Text | undefined {
  if (words === null || words === undefined) return undefined;
  return typeof words === "string" ? { pl: words, en: words } : words;
}

/** What somebody wrote in one language; in the other one it stays, or becomes the same where the two are one. */
export function written(
  now: Text | undefined,
  known: Text | undefined,
  language: Language,
  words: string,
  both: boolean,
): Text | null {
  const other: Language = language === "pl" ? "en" : "pl";
  const apart = both && now ? now[other] : words;
  const made = language === "pl" ? { pl: words, en: apart } : { pl: apart, en: words };
  return known && same(made, known) ? null : made;
}

function same(one: Text, other: Text): boolean {
  return one.pl === other.pl && one.en === other.en;
}

export function knownOf(step: CustomStep, supply: Supply): Activity | undefined {
  return step.kind ? undefined : supply.activities.find((one) => one.id === step.activity);
}

export function nameOf(step: CustomStep, supply: Supply): Text {
  return textOf(step.name) ?? knownOf(step, supply)?.name ?? supply.breaks[step.pause] ?? { pl: "", en: "" };
}

/** One place up or down; into the neighbouring session where the step is the first or last of its own. */
export function moveStep(steps: CustomStep[], at: number, by: 1 | -1): number {
  const [step, next] = [steps[at], steps[at + by]];
  if (!step || !next) return at;
  if (next.session === step.session) return move(steps, at, at + by);
  step.session = next.session;
  return at;
}

/** Moves one place; gives back where it is now. */
export function move<T>(list: T[], from: number, to: number): number {
  const [one] = to < 0 || to >= list.length ? [] : list.splice(from, 1);
  if (one === undefined) return from;
  list.splice(to, 0, one);
  return to;
}

// Minutes

/** Whole minutes in the shares given, together `minutes`; what had time keeps a minute as long as there are enough. */
export function scaled(phases: Partial<Record<string, number>>, minutes: number): Record<Running, number> {
  const used = PHASES.filter((phase) => (phases[phase] ?? 0) > 0);
  const total = used.reduce((sum, phase) => sum + (phases[phase] ?? 0), 0);
  const exact = (phase: Running): number => ((phases[phase] ?? 0) / total) * minutes;
  const least = minutes >= used.length ? 1 : 0;
  const made = Object.fromEntries(used.map((phase) => [phase, Math.max(least, Math.floor(exact(phase)))]));
  const over = (): number => minutes - used.reduce((sum, phase) => sum + (made[phase] ?? 0), 0);
  const behind = (phase: Running): number => exact(phase) - (made[phase] ?? 0);
  for (let left = over(); left !== 0; left = over()) {
    const sorted = used.filter((phase) => left > 0 || (made[phase] ?? 0) > least);
    const next = sorted.sort((one, other) => Math.sign(left) * (behind(other) - behind(one)))[0];
    if (!next) break;
    made[next] = (made[next] ?? 0) + Math.sign(left);
  }
  return made as Record<Running, number>;
}

export function phasesOf(step: CustomStep, supply: Supply): Partial<Record<Running, number>> {
  const known = knownOf(step, supply);
  return step.phases ?? scaled(known && !step.prompts ? known.phases : supply.phases, minutesOf(step, supply));
}

export function minutesOf(step: CustomStep, supply: Supply): number {
  return step.minutes ?? knownOf(step, supply)?.minutes.standard ?? (step.pause ? 10 : 20);
}

export function setMinutes(step: CustomStep, minutes: number, supply: Supply): void {
  if (!step.pause) step.phases = scaled(phasesOf(step, supply), minutes);
  step.minutes = minutes;
}

/** Gives one phase its minutes; the step is then as long as its phases. */
export function setPhase(step: CustomStep, phase: Running, minutes: number, supply: Supply): void {
  const made = { ...scaled(phasesOf(step, supply), minutesOf(step, supply)), [phase]: minutes };
  const left = Object.entries(made).filter(([, share]) => share > 0);
  if (left.length === 0) return;
  step.phases = Object.fromEntries(left) as Record<Running, number>;
  step.minutes = left.reduce((sum, [, share]) => sum + share, 0);
}

export function total(steps: readonly CustomStep[], supply: Supply): number {
  return steps.reduce((sum, step) => sum + minutesOf(step, supply), 0);
}

/** Nothing can be agreed: something must be, and no minutes are given to it. */
export function neverAgrees(step: CustomStep, supply: Supply): boolean {
  if (step.pause || (phasesOf(step, supply).agree ?? 0) > 0) return false;
  return shown(step, supply).some(({ wish, known }) => wish.must_agree ?? known?.must_agree ?? true);
}

// Steps

export function breakStep(pause: string, session = 1): CustomStep {
  return { ...BLANK, pause, minutes: 10, session };
}

export function knownStep(activity: Activity, session = 1, minutes = activity.minutes.standard ?? 20): CustomStep {
  return { ...BLANK, activity: activity.id, minutes, phases: scaled(activity.phases, minutes), session };
}

export function ownStep(kind: "board" | "questions", supply: Supply, id: string, session = 1): CustomStep {
  const prompts = [blankPrompt(`own-${id}-1`)];
  return { ...BLANK, activity: `own-${id}`, kind, minutes: 20, phases: scaled(supply.phases, 20), prompts, session };
}

const BLANK: CustomStep = {
  activity: "",
  pause: "",
  name: null,
  minutes: null,
  visibility: null,
  votes_per_person: null,
  together: null,
  phases: null,
  prompts: null,
  kind: null,
  session: 1,
  advice: [],
};

/** Another activity in the place and time of a step. */
export function replaced(step: CustomStep, by: CustomStep, supply: Supply): CustomStep {
  const made = { ...by, session: step.session };
  setMinutes(made, minutesOf(step, supply), supply);
  return made;
}

// Zones and questions

export function blankPrompt(id: string): CustomPrompt {
  return {
    id,
    title: null,
    text: null,
    answer_type: null,
    must_agree: null,
    feeds: null,
    asked: null,
    guesses: null,
    good: null,
    weak: null,
    preset: null,
  };
}

export function shown(step: CustomStep, supply: Supply): Shown[] {
  const known = knownOf(step, supply);
  const usual = known?.prompts ?? [];
  const wishes = step.prompts ?? usual.filter(taken(known)).map((prompt) => blankPrompt(prompt.id));
  return wishes.map((wish) => ({ wish, known: usual.find((one) => one.id === wish.id) }));
}

/** Where nobody says which: all, or those that an activity usually takes. */
function taken(known: Activity | undefined): (prompt: Prompt) => boolean {
  return (prompt) => !known?.usual.length || known.usual.includes(prompt.id);
}

/** Those of the activity that are left out here. */
export function hidden(step: CustomStep, supply: Supply): Prompt[] {
  const kept = new Set(shown(step, supply).map(({ wish }) => wish.id));
  return knownOf(step, supply)?.prompts.filter((prompt) => !kept.has(prompt.id)) ?? [];
}

/** The list to change: from here on it says which there are. */
export function listed(step: CustomStep, supply: Supply): CustomPrompt[] {
  step.prompts ??= shown(step, supply).map(({ wish }) => wish);
  return step.prompts;
}

/** Back behind the one it followed. */
export function restore(step: CustomStep, prompt: Prompt, supply: Supply): void {
  const usual = knownOf(step, supply)?.prompts.map((one) => one.id) ?? [];
  const before = new Set(usual.slice(0, usual.indexOf(prompt.id)));
  const list = listed(step, supply);
  const at = list.findLastIndex((one) => before.has(one.id));
  list.splice(at + 1, 0, blankPrompt(prompt.id));
}

export function freshId(list: readonly { id: string }[], stem: string): string {
  const taken = new Set(list.map((one) => one.id));
  let n = 1;
  while (taken.has(`${stem}-${String(n)}`)) n += 1;
  return `${stem}-${String(n)}`;
}

// Columns

export function columns(table: Table, template: Template, computed = false): Column[] {
  const wishes =
    template.tables.find((one) => one.id === table.id)?.fields ?? table.fields.map((field) => blankField(field.id));
  return wishes.map((wish) => {
    const known = table.fields.find((field) => field.id === wish.id);
    return { wish, known, needed: known !== undefined && (computed || needs(table, known)) };
  });
}

function needs(table: Table, field: Field): boolean {
  return field.required || field.id === table.head || field.id === table.owner;
}

export function hiddenColumns(table: Table, template: Template): Field[] {
  const kept = new Set(columns(table, template).map(({ wish }) => wish.id));
  return table.fields.filter((field) => !kept.has(field.id));
}

export function listedColumns(table: Table, template: Template): CustomField[] {
  const found = template.tables.find((one) => one.id === table.id);
  if (found) return found.fields;
  const made: CustomTable = { id: table.id, fields: columns(table, template).map(({ wish }) => wish) };
  template.tables.push(made);
  return template.tables.at(-1)?.fields ?? made.fields;
}

export function blankField(id: string): CustomField {
  return { id, title: null, kind: null, options: null };
}

// The whole

/** An id for a file: letters without marks, and something by which two of the same name differ. */
export function idOf(name: string, mark: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll("ł", "l")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, " ");
  const stem = plain
    .trim()
    .replaceAll(" ", "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 30)
    .replace(/-+$/, "");
  return `${stem || "agenda"}-${mark}`;
}
