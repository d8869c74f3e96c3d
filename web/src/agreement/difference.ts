/** What differs between two versions: the server compares, this says it. */
import { get } from "../api";
import { room } from "../room.svelte";
import type { Change } from "../sync/wire";
import { say, t } from "../words.svelte";
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
  const title = change.what === "open_point" ? t("agreement-open-points") : say(section?.title);
  return [title, say(field?.title)].filter(Boolean).join(" · ");
}

/** The words of a side as people read them. */
export const words = (change: Change, side: "before" | "after"): string =>
  change.what === "row" ? readable(`${change.id}/${change.field}`, change[side]) : change[side];
