/** What the check of the document says, as sentences and places. Pure but for the words. */
import { lang, say, t } from "../words.svelte";
import type { Text } from "../sync/wire";

export type Severity = "error" | "warn" | "info";
export const SEVERITIES: readonly Severity[] = ["error", "warn", "info"];

interface Limit {
  value: number;
  unit: string;
}
type Value = string | number | Text | Limit;
type Values = Record<string, Value>;

export interface Finding {
  id: string;
  rule: string;
  severity: Severity;
  section: string;
  kind: string;
  object: string;
  field: string;
  values: Values;
  changes: { kind: string; values: Values }[];
}

export interface Checked {
  findings: Finding[];
  stops: string[];
}

export const NOTHING: Checked = { findings: [], stops: [] };

export function sentence(finding: Finding): string {
  return t(`lint-${finding.rule}`, plain(finding.values));
}

/** What would close the gap, one sentence a change. */
export function closing(finding: Finding): string[] {
  return finding.changes.map((change) => t(`lint-close-${change.kind}`, plain(change.values)));
}

function plain(values: Values): Record<string, string | number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, said(value)]));
}

function said(value: Value): string | number {
  if (typeof value === "string") return isoDay(value);
  if (typeof value === "number") return value;
  return "unit" in value ? t("lint-limit", { value: value.value, unit: value.unit }) : say(value);
}

/** 2027-03-23 in words; anything else as it stands. */
export function isoDay(words: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(words)) return words;
  const at = Date.parse(words);
  if (Number.isNaN(at)) return words;
  const region = lang.current === "pl" ? "pl-PL" : "en-GB";
  return new Intl.DateTimeFormat(region, { dateStyle: "long", timeZone: "UTC" }).format(at);
}

/** The worst severity in each section, for the marks beside chapters; what is kept on purpose is quiet. */
export function worst(findings: readonly Finding[], kept: ReadonlySet<string>): Map<string, Severity> {
  const found = new Map<string, Severity>();
  for (const one of findings) {
    if (kept.has(one.id)) continue;
    const before = found.get(one.section);
    if (before === undefined || SEVERITIES.indexOf(one.severity) < SEVERITIES.indexOf(before)) {
      found.set(one.section, one.severity);
    }
  }
  return found;
}

/** Ids of elements that may stand for the place, the nearest first. */
export function places(finding: Finding): string[] {
  return [`clause-${finding.object}.${finding.section}`, `clause-${finding.object}`, `section-${finding.section}`];
}
