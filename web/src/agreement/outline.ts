/** The draft as chapters with numbers, the way the printed document numbers them. Pure. */
import type { ClauseRecord, SectionRecord, Text } from "../sync/wire";

export type ASection = Pick<SectionRecord, "id" | "order" | "core" | "title" | "covered">;
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

/** Chapters in order: core ones always, others once they have a clause; annexes keep the letter of their title. */
export function outline<S extends ASection, C extends AClause>(
  sections: readonly S[],
  clauses: readonly C[],
): Chapter<C>[] {
  const chapters: Chapter<C>[] = [];
  let last = 0;
  for (const section of [...sections].sort((one, other) => one.order - other.order || compare(one.id, other.id))) {
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

// Code points, as the server sorts; a locale would put them otherwise.
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const LETTERED = /^(?:Załącznik|Annex) ([A-Z])\.\s+([\s\S]+)$/;

function lettered(title: Text): { letter: string; title: Text } | undefined {
  const [pl, en] = [LETTERED.exec(title.pl), LETTERED.exec(title.en)];
  const letter = pl?.[1] ?? en?.[1];
  return letter ? { letter, title: { pl: pl?.[2] ?? title.pl, en: en?.[2] ?? title.en } } : undefined;
}

/** The beginning of a SHA-256 as groups of four, to be read aloud and compared. */
export function fingerprint(hash: string, groups = 8): string[] {
  return (hash.match(/.{1,4}/g) ?? []).slice(0, groups);
}

interface Frozen {
  sections: readonly { id: string; clauses: readonly { id: string; text: string }[] }[];
  open_points: readonly { id: string; text: string; owner: string; due: string }[];
}
type Point = Frozen["open_points"][number];

/** Whether the draft still says what was frozen, word for word. */
export function unchanged(
  frozen: Frozen,
  clauses: readonly (AClause & { text: string })[],
  points: readonly Point[],
): boolean {
  const was = frozen.sections.flatMap((section) => section.clauses.map((one) => `${section.id}/${one.id}/${one.text}`));
  const is = clauses.map((one) => `${one.section}/${one.id}/${one.text}`);
  const said = (all: readonly Point[]): string[] => all.map((one) => [one.id, one.text, one.owner, one.due].join("/"));
  return same(was, is) && same(said(frozen.open_points), said(points));
}

function same(one: readonly string[], other: readonly string[]): boolean {
  const known = new Set(one);
  return one.length === other.length && other.every((words) => known.has(words));
}
