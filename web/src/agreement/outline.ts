/** The draft as chapters with numbers, the way the printed document numbers them. Pure. */
import type { ClauseRecord, SectionRecord, Text } from "../sync/wire";

export type ASection = Pick<SectionRecord, "id" | "order" | "core" | "title" | "covered"> & { off?: boolean };
export type AClause = Pick<ClauseRecord, "id" | "section" | "order">;

export interface Numbered<C> {
  /** "4.2". */
  number: string;
  clause: C;
}

export interface Chapter<C> {
  id: string;
  /** "4", or the letter of an annex. */
  number: string;
  title: Text;
  annex: boolean;
  clauses: Numbered<C>[];
}

/**
 * Chapters in order: core ones always, others once they have a clause; annexes keep the letter of their title.
 * What is left out of the agreement is none of them.
 */
export function outline<S extends ASection, C extends AClause>(
  sections: readonly S[],
  clauses: readonly C[],
): Chapter<C>[] {
  const chapters: Chapter<C>[] = [];
  let last = 0;
  for (const section of ordered(sections)) {
    if (section.off) continue;
    const own = clauses
      .filter((clause) => clause.section === section.id)
      .sort((one, other) => one.order - other.order || compare(one.id, other.id));
    const annex = lettered(section.title);
    if (!annex && own.length === 0 && !section.core) continue;
    const number = annex?.letter ?? String((last += 1));
    chapters.push({
      id: section.id,
      number,
      title: annex?.title ?? section.title,
      annex: annex !== undefined,
      clauses: own.map((clause, at) => ({ number: `${number}.${at + 1}`, clause })),
    });
  }
  return chapters;
}

export interface Run<C> {
  /** "" for clauses that stand for themselves. */
  table: string;
  clauses: Numbered<C>[];
  /** So many rows of one table that its name says enough at first. */
  folded: boolean;
}

export const FOLDED = 6;

/** Clauses one after the other that are rows of the same table. */
export function runs<C>(clauses: readonly Numbered<C>[], tableOf: (one: Numbered<C>) => string): Run<C>[] {
  const found: Run<C>[] = [];
  for (const one of clauses) {
    const [table, last] = [tableOf(one), found.at(-1)];
    if (last && last.table === table) last.clauses.push(one);
    else found.push({ table, clauses: [one], folded: false });
  }
  return found.map((run) => ({ ...run, folded: run.table !== "" && run.clauses.length >= FOLDED }));
}

export const ordered = <S extends ASection>(sections: readonly S[]): S[] =>
  [...sections].sort((one, other) => one.order - other.order || compare(one.id, other.id));

// Code points, as the server sorts; a locale would put them otherwise.
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const LETTERED = /^(?:Załącznik|Annex) ([A-Z])\.\s+([\s\S]+)$/;

/** The letter of an annex and its name without it; nothing for a chapter. */
export function lettered(title: Text): { letter: string; title: Text } | undefined {
  const [pl, en] = [LETTERED.exec(title.pl), LETTERED.exec(title.en)];
  const letter = pl?.[1] ?? en?.[1];
  return letter ? { letter, title: { pl: pl?.[2] ?? title.pl, en: en?.[2] ?? title.en } } : undefined;
}

/** The beginning of a SHA-256 as groups of four, to be read aloud and compared. */
export function fingerprint(hash: string, groups = 8): string[] {
  return (hash.match(/.{1,4}/g) ?? []).slice(0, groups);
}

interface Frozen {
  sections: readonly { id: string; title: Text; clauses: readonly { id: string; text: string }[] }[];
  open_points: readonly { id: string; text: string; owner: string; due: string }[];
}
type Point = Frozen["open_points"][number];

/** Whether the draft still says what was frozen, word for word, in the same sections. */
export function unchanged(
  frozen: Frozen,
  sections: readonly ASection[],
  clauses: readonly (AClause & { text: string })[],
  points: readonly Point[],
): boolean {
  const was = frozen.sections.flatMap((section) => section.clauses.map((one) => `${section.id}/${one.id}/${one.text}`));
  const standing = ordered(sections).filter((one) => !one.off);
  const there = new Set(standing.map((one) => one.id));
  const is = clauses.filter((one) => there.has(one.section)).map((one) => `${one.section}/${one.id}/${one.text}`);
  const named = (all: readonly { id: string; title: Text }[]): string =>
    JSON.stringify(all.map(({ id, title }) => [id, title.pl, title.en]));
  const said = (all: readonly Point[]): string[] => all.map((one) => [one.id, one.text, one.owner, one.due].join("/"));
  const open = sections.some((one) => one.id === "annex_open" && one.off) ? [] : points;
  return named(frozen.sections) === named(standing) && same(was, is) && same(said(frozen.open_points), said(open));
}

function same(one: readonly string[], other: readonly string[]): boolean {
  const known = new Set(one);
  return one.length === other.length && other.every((words) => known.has(words));
}
