/** Small questions about what is measured and what was reached. All are reactive, because the room's records are. */
import { room } from "../room.svelte";
import { myTeam, TEAMS, teamName } from "../stage/view";
import type { ActualsRecord, MeasureRecord, Reached, Team } from "../sync/wire";
import { levelSaid } from "../table/cells";
import { spoken } from "../table/forms.svelte";
import { figure, lang, say, t } from "../words.svelte";

export type Status = "met" | "close" | "missed";
export const STATUSES: readonly Status[] = ["met", "close", "missed"];

export const card = () => room.get("scorecard", "w");

export const measures = (kind?: string, team?: Team): MeasureRecord[] =>
  room
    .all("measure")
    .filter((one) => (!kind || one.kind === kind) && (!team || one.team === team))
    .sort((one, other) => one.order - other.order);

export const actualsOf = (row: string): ActualsRecord | undefined => room.get("actuals", row);

/** The months of the agreement, and those before or after it that have a figure of the row. */
export const monthsOf = (actuals: ActualsRecord | undefined): string[] =>
  [...new Set([...(card()?.months ?? []), ...Object.keys(actuals?.figures ?? {})])].sort();

export const statusOf = (reached: Reached | undefined): Status | undefined =>
  STATUSES.find((one) => one === reached?.status);

/** What is held against the plan. */
export const heldOf = (reached: Reached): number => reached.sum ?? reached.value;

export function lastOf(row: string): { month: string; reached: Reached } | undefined {
  const figures = actualsOf(row)?.figures ?? {};
  const month = Object.keys(figures).sort().at(-1);
  const reached = month ? figures[month] : undefined;
  return month && reached ? { month, reached } : undefined;
}

export const planOf = (measure: MeasureRecord, month: string): number | null =>
  measure.plan[card()?.months.indexOf(month) ?? -1] ?? null;

export const streamOf = (measure: MeasureRecord): string =>
  TEAMS.find((team) => team === measure.stream)
    ? teamName(measure.stream as Team)
    : measure.stream
      ? t("scorecard-partners")
      : "";

export const nameOf = (measure: MeasureRecord): string => say(measure.name) || t(`scorecard-kind-${measure.kind}`);

/** With its mark, or the source of a level of the funnel: enough to know it by. */
export function fullName(measure: MeasureRecord): string {
  const stream = streamOf(measure);
  return [measure.mark, nameOf(measure), stream && `(${stream})`].filter(Boolean).join(" ");
}

/** At least 50 MQLs a month; "" where no level was agreed. */
export function levelOf(measure: MeasureRecord): string {
  if (measure.kind === "metric") return measure.target;
  if (measure.level === null) return "";
  if (measure.kind === "goal") return valueOf(measure, measure.level);
  if (measure.kind === "level") return `${aMonth(measure)} ${per("month")}`;
  const { comparison, level: value, unit, per: every } = measure;
  return levelSaid({ comparison, value, unit, per: every }, spoken.forms, lang.current);
}

const per = (id: string): string => spoken.forms.per.find((one) => one.id === id)?.[lang.current] ?? "";

function aMonth(measure: MeasureRecord): string {
  const plans = measure.plan.filter((one) => one !== null);
  const ends = [Math.min(...plans), Math.max(...plans)].map((one) => figure(one, 1));
  return plans.length === 0 ? valueOf(measure, measure.level) : [...new Set(ends)].join("–");
}

/** 76%, 52, 300 000 PLN; a dash where there is none. */
export function valueOf(measure: MeasureRecord, value: number | null): string {
  if (value === null) return "–";
  if (measure.unit === "percent") return t("funnel-percent", { n: figure(value, 1) });
  const said = figure(value, Math.abs(value) < 100 ? 2 : 0);
  const currency = card()?.currency ?? "";
  return measure.kind === "goal" && currency ? t("funnel-money", { amount: said, currency }) : said;
}

/** "styczeń 2027"; short "sty", with the year where it helps. */
export function monthName(month: string, short = false): string {
  const at = new Date(`${month}-01T12:00:00Z`);
  const long = (card()?.months.length ?? 0) > 12;
  const options: Intl.DateTimeFormatOptions = short
    ? { month: "short", ...(long && month.endsWith("-01") ? { year: "2-digit" } : {}) }
    : { month: "long", year: "numeric" };
  return new Intl.DateTimeFormat(lang.current === "pl" ? "pl-PL" : "en-GB", { ...options, timeZone: "UTC" }).format(at);
}

/** The last figure in a sentence: "March 2027: 52". */
export function standing(measure: MeasureRecord): string {
  const last = lastOf(measure.id);
  if (!last) return t("scorecard-none-yet");
  const { month, reached } = last;
  const id = measure.span === "to_date" || (reached.sum ?? null) !== null ? "scorecard-to-date" : "scorecard-in-month";
  return t(id, { month: monthName(month), said: valueOf(measure, heldOf(reached)) });
}

/** The picture in a sentence, for those who do not see it. */
export function told(measure: MeasureRecord): string {
  const figures = Object.entries(actualsOf(measure.id)?.figures ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  const said = figures.map(([month, reached]) => {
    const status = statusOf(reached);
    return `${monthName(month)}: ${valueOf(measure, heldOf(reached))}${status ? `, ${t(`scorecard-${status}`)}` : ""}`;
  });
  return t("scorecard-alt", {
    name: fullName(measure),
    level: levelOf(measure) || "–",
    told: said.join("; ") || t("scorecard-none-yet"),
  });
}

/** A commitment's figures are its team's to enter; what both share, and for who leads all, is free. */
export const mayEnter = (measure: MeasureRecord): boolean =>
  room.isFacilitator || (room.person?.role === "member" && (measure.team === null || measure.team === myTeam()));

export const entersAny = (): boolean => room.isFacilitator || room.person?.role === "member";

/** How the commitments of a team stand by their last figures. */
export function counted(team: Team): Record<Status, number> & { of: number } {
  const found = measures("commitment", team).map((one) => statusOf(lastOf(one.id)?.reached));
  const count = (status: Status): number => found.filter((one) => one === status).length;
  return { met: count("met"), close: count("close"), missed: count("missed"), of: found.length };
}
