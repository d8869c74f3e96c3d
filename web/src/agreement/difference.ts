/** What differs between two versions: the server compares, this says it. */
import { get } from "../api";
import { room } from "../room.svelte";
import type { Change } from "../sync/wire";
import { say, t } from "../words.svelte";
import { lettered } from "./outline";
import { readable } from "./words";

export interface Difference {
  from: string;
  to: string;
  changes: Change[];
}

export function difference(workshop: string, from: string, to: string): Promise<Difference> {
  const query = new URLSearchParams({ from, to });
  return get<Difference>(`/api/w/${encodeURIComponent(workshop)}/difference?${query.toString()}`);
}

/** Where a change stands, for a heading. */
export function heading(change: Change): string {
  const section = room.all("section").find((one) => one.id === change.section);
  const row = change.what === "row" ? room.get("row", change.id) : undefined;
  const field = row && room.get("table", row.table)?.fields.find((one) => one.id === change.field);
  const named = change.now ?? change.was ?? (section && (lettered(section.title)?.title ?? section.title));
  const title = change.what === "open_point" ? t("agreement-open-points") : say(named);
  return [title, say(field?.title)].filter(Boolean).join(" · ");
}

/** What became of it: changed, left out, moved … */
export const kind = (change: Change): string =>
  change.what === "section" ? t(`sections-compare-${change.kind}`) : t(`agreement-compare-${change.kind}`);

/** What became of a section beside its name, in a sentence; "" where two names say it. */
export function told(change: Change): string {
  if (change.kind === "renamed") return "";
  if (change.kind !== "moved") return t(`sections-compare-${change.kind}-text`);
  return change.behind
    ? t("sections-compare-moved-text", { behind: say(change.behind) })
    : t("sections-compare-moved-first");
}

/** The words of a side as people read them. */
export function words(change: Change, side: "before" | "after"): string {
  if (change.what === "section") return say(side === "before" ? change.was : change.now);
  return change.what === "row" ? readable(`${change.id}/${change.field}`, change[side]) : change[side];
}
