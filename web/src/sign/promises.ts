/** Which clauses of a version a person promises first of all. Pure. */
import type { Team, Text } from "../sync/wire";

/** What the canonical content of a version holds (server: domain/freeze.py). */
export interface Content {
  version: string;
  title: string;
  company: string;
  sections: { id: string; title: Text; clauses: FrozenClause[] }[];
  /** Agreed rows; a clause that names one and has no words of its own says what the row says. */
  tables?: FrozenTable[];
  open_points: { id: string; text: string; owner: string; due: string }[];
}

export interface FrozenClause {
  id: string;
  text: string;
  sources: string[];
  row?: string;
}

export interface FrozenTable {
  id: string;
  rows: { id: string; cells: Record<string, string> }[];
}

export interface FrozenRow {
  table: string;
  cells: Record<string, string>;
}

/** The row behind a clause without words, as it was frozen. */
export function rowOf(content: Pick<Content, "tables">, clause: FrozenClause): FrozenRow | undefined {
  if (clause.text || !clause.row) return undefined;
  for (const { id, rows } of content.tables ?? []) {
    const row = rows.find((one) => one.id === clause.row);
    if (row) return { table: id, cells: row.cells };
  }
  return undefined;
}

/** Everything the clause says, to look for names and to count the minutes of reading. */
export function saidBy(content: Pick<Content, "tables">, clause: FrozenClause): string {
  return clause.text || Object.values(rowOf(content, clause)?.cells ?? {}).join(" ");
}

/** Why it is mine: it names me, it is my team's, or I said that I help to put it into practice. */
export type Why = "named" | "team" | "helps";

export interface Promise_ {
  section: string;
  clause: FrozenClause;
  why: Why;
}

export interface Me {
  id: string;
  name: string;
  team: Team;
  /** The names of my team in every language. */
  teamNames: readonly string[];
}

const SLA: Record<Team, string> = { marketing: "marketing_sla", sales: "sales_sla" };
const HELPS = 5;
const ORDER: Record<Why, number> = { named: 0, team: 1, helps: 2 };

/** `consent`: clause id → person → level, of the result it came from. */
export function promises(
  content: Pick<Content, "sections" | "tables">,
  me: Me,
  consent: (clause: string) => Readonly<Record<string, number>> | undefined,
): Promise_[] {
  const found: Promise_[] = [];
  const said = new Set<string>();
  for (const section of content.sections) {
    // Annexes record how the words came about; what they repeat is promised in a chapter.
    if (section.id.startsWith("annex_")) continue;
    for (const clause of section.clauses) {
      const words = saidBy(content, clause);
      const why = whyMine(section.id, clause.id, words, me, consent);
      // One result may stand in several chapters; it is promised once.
      if (!why || said.has(words)) continue;
      said.add(words);
      found.push({ section: section.id, clause, why });
    }
  }
  return found
    .map((one, at) => ({ one, at }))
    .sort(byWhy)
    .map(({ one }) => one);
}

const byWhy = (one: { one: Promise_; at: number }, other: { one: Promise_; at: number }): number =>
  ORDER[one.one.why] - ORDER[other.one.why] || one.at - other.at;

function whyMine(
  section: string,
  clause: string,
  words: string,
  me: Me,
  consent: (clause: string) => Readonly<Record<string, number>> | undefined,
): Why | undefined {
  if (names(words, me.name)) return "named";
  if (section === SLA[me.team] || me.teamNames.some((name) => names(words, name))) return "team";
  return consent(clause)?.[me.id] === HELPS ? "helps" : undefined;
}

/** Whole words, whatever their case. Polish endings are not followed: better too few than a stranger's promise. */
export function names(text: string, name: string): boolean {
  const wanted = name.trim();
  if (wanted.length < 2) return false;
  const quoted = wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}])${quoted}(?![\\p{L}\\p{N}])`, "iu").test(text);
}

/** Minutes it takes to read, at 200 words a minute; at least one. */
export function readingMinutes(content: Pick<Content, "sections" | "tables">): number {
  const clauses = content.sections.flatMap((section) => section.clauses);
  const words = clauses.reduce((sum, one) => sum + count(saidBy(content, one)), 0);
  return Math.max(1, Math.ceil(words / 200));
}

const count = (text: string): number => text.split(/\s+/).filter(Boolean).length;
