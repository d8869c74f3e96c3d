import { savedTemplates, workingCopy } from "../adapt/shelf";
import { get, post, Refusal } from "../api";
import { draft } from "../drafts";
import type { DoorFacts } from "../parts/door";
import type { Language, Team, Template, Text } from "../sync/wire";
import { namesOf } from "./roster";

export interface Agenda {
  id: string;
  name: Text;
  suits: Text | null;
  outcome: Text | null;
  /** When it is the one to choose. */
  situations: Text[];
  /** Put into canvases/ by who runs the server. */
  company: boolean;
  sessions: { name: Text; minutes: number }[];
  minutes: number;
  /** Of the whole template; more than `minutes` while some of its activities do not exist yet. */
  whole: number;
  steps: { activity: string; name: Text; minutes: number; pause: boolean }[];
  /** The heads begin it: only a workshop of its own. */
  heads: boolean;
}

export interface Pair {
  id: string;
  marketing: string;
  sales: string;
}

export interface Offer {
  agendas: Agenda[];
  colours: Pair[];
}

/** What is typed, kept as a draft until the workshop exists. */
export interface Facts {
  title: string;
  company: string;
  name: string;
  languages: "pl,en" | "pl" | "en";
  timezone: string;
  /** As a datetime-local field has it, in `timezone`; "" is not planned. */
  starts: string;
  teams: Record<Team, string>;
  pair: string;
  agenda: string;
  roster: Record<Team, string>;
}

/** In the place of an agenda's id: the one adapted here, or one saved in this browser (followed by its id). */
export const ADAPTED = "~adapted";
export const SAVED = "~saved:";

const kept = draft("setup", "new");

/** What was typed so far, on this page or on the one where the agenda is adapted. */
export const setupDraft = {
  get(): Partial<Facts> {
    try {
      return JSON.parse(kept.get() || "{}") as Partial<Facts>;
    } catch {
      return {};
    }
  },
  set: (facts: Partial<Facts>): void => kept.set(JSON.stringify(facts)),
  clear: (): void => kept.clear(),
};

/** The template of the browser that is chosen, if it is one. */
export function templateOf(chosen: string): Template | undefined {
  if (chosen === ADAPTED) return workingCopy()?.template;
  return savedTemplates().find((one) => SAVED + one.id === chosen);
}

/** What stays chosen: what is still there, else the first agenda. */
export function agendaOf(chosen: string, offer: Offer): string {
  const there = templateOf(chosen) !== undefined || offer.agendas.some((agenda) => agenda.id === chosen);
  return there ? chosen : (offer.agendas[0]?.id ?? "");
}

export interface Founded extends DoorFacts {
  id: string;
  person: string;
  facilitator_link: string;
  recovery_code: string;
}

export function found(facts: Facts, pair: Pair, language: Language): Promise<Founded> {
  return post<Founded>("/api/workshops", {
    title: facts.title,
    company: facts.company,
    languages: facts.languages.split(","),
    timezone: facts.timezone,
    teams: {
      marketing: { name: facts.teams.marketing, colour: pair.marketing },
      sales: { name: facts.teams.sales, colour: pair.sales },
    },
    agenda: facts.agenda,
    template: templateOf(facts.agenda) ?? null,
    roster: [...namesOf(facts.roster.marketing, "marketing"), ...namesOf(facts.roster.sales, "sales")],
    name: facts.name,
    language,
    starts_at: facts.starts ? instant(facts.starts, facts.timezone) : null,
  });
}

/** A workshop exported from here or elsewhere, as text; `name` leads it from now on. */
export async function bring(file: string, name: string, language: Language): Promise<[Founded, string]> {
  const workshop = parsed(file);
  const made = await post<Founded>("/api/import", { workshop, name, language });
  const mine = await get<{ id: string; title: string }[]>("/api/mine");
  return [made, mine.find((one) => one.id === made.id)?.title ?? ""];
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch {
    throw new Refusal("bad_file");
  }
}

/** ms UTC of a wall time ("2026-12-09T09:00") in a zone: the offset is looked up twice, because it may change in between. */
export function instant(wall: string, zone: string): number {
  const asUtc = Date.parse(`${wall}Z`);
  const first = asUtc - offset(asUtc, zone);
  return asUtc - offset(first, zone);
}

/** The wall time of a moment in a zone, as a datetime-local field has it. */
export function wall(at: number, zone: string): string {
  return new Date(at + offset(at, zone)).toISOString().slice(0, 16);
}

function offset(at: number, zone: string): number {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  const parts = Object.fromEntries(format.formatToParts(at).map((part) => [part.type, Number(part.value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

export function zones(): string[] {
  return Intl.supportedValuesOf("timeZone");
}
