/** What is kept in this browser: the agenda being adapted, and the templates somebody saved. */
import { draft } from "../drafts";
import type { CustomStep, Template } from "../sync/wire";

const working = draft("agenda", "new");
const saved = draft("templates", "mine");

/** The agenda being adapted. `from` is the one it began with; `kept` as it was saved last, or as it began. */
export interface Working {
  template: Template;
  from: string;
  kept: string;
  removed: Removed[];
}

/** A step that was taken out, and where it stood. */
export interface Removed {
  step: CustomStep;
  at: number;
}

export function workingCopy(): Working | undefined {
  return parsed<Working | undefined>(working.get(), undefined);
}

export function keepWorking(copy: Working | undefined): void {
  if (copy) working.set(JSON.stringify(copy));
  else working.clear();
}

export function savedTemplates(): Template[] {
  return parsed<Template[]>(saved.get(), []);
}

/** In the place of the one with the same id. */
export function save(template: Template): void {
  const others = savedTemplates().filter((one) => one.id !== template.id);
  saved.set(JSON.stringify([...others, template]));
}

export function forget(id: string): void {
  const left = savedTemplates().filter((one) => one.id !== id);
  if (left.length > 0) saved.set(JSON.stringify(left));
  else saved.clear();
}

/** Another agenda is to be adapted: changes that were not saved go among the saved ones first. */
export function begin(template: Template, id: string, from: string): Working {
  const before = workingCopy();
  if (before && changed(before)) save(before.template);
  const made = { template: { ...structuredClone(template), id }, from, kept: "", removed: [] };
  made.kept = content(made.template);
  keepWorking(made);
  return made;
}

export function changed(copy: Working): boolean {
  return content(copy.template) !== copy.kept;
}

export function content(template: Template): string {
  return JSON.stringify(template);
}

function parsed<T>(text: string, otherwise: T): T {
  try {
    return text ? (JSON.parse(text) as T) : otherwise;
  } catch {
    return otherwise;
  }
}
