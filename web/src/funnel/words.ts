/** How figures of a funnel are said. A share keeps its sign; what is not known is a dash. */
import { room } from "../room.svelte";
import { teamName } from "../stage/view";
import type { FunnelRecord, Remark } from "../sync/wire";
import { figure, say, t } from "../words.svelte";
import { after, levelOf, shown, type Level } from "./picture";

export const UNKNOWN = "–";

export const count = (volume: number | null): string => {
  const whole = shown(volume);
  return whole === null ? UNKNOWN : figure(whole);
};

/** A volume per month, week or day: with a decimal while it is small. */
export const pace = (volume: number | null): string =>
  volume === null ? UNKNOWN : figure(volume, volume < 20 ? 1 : 0);

export const percent = (rate: number | null, digits = 1): string =>
  rate === null ? UNKNOWN : t("funnel-percent", { n: figure(rate * 100, rate < 0.1 ? Math.max(digits, 1) : digits) });

export const signed = (value: number, digits = 0): string =>
  (value > 0 ? "+" : value < 0 ? "−" : "±") + figure(Math.abs(value), digits);

export const money = (funnel: FunnelRecord, amount: number | null): string =>
  amount === null
    ? UNKNOWN
    : funnel.currency
      ? t("funnel-money", { amount: figure(amount, amount < 100 ? 2 : 0), currency: funnel.currency })
      : figure(amount, amount < 100 ? 2 : 0);

/** The words of its row; as long as they are those it began with, in the reader's language. */
export function levelName(level: Level | undefined): string {
  if (!level) return "";
  const start = room.get("table", "funnel")?.starts.find((one) => one.id === room.get("row", level.row)?.starter);
  if (start && Object.values(start.name).includes(level.name)) return say(start.name);
  return level.name || option("level", level.id);
}

export const unitName = (unit: string): string => option("unit", unit);

export const streamName = (stream: string): string =>
  stream === "marketing" || stream === "sales" ? teamName(stream) : option("stream", stream);

function option(field: string, id: string): string {
  const options = room.get("table", "funnel")?.fields.find((one) => one.id === field)?.options;
  return say(options?.find((one) => one.id === id)?.text) || id;
}

/** What a row of people's time is called. */
export const roleName = (row: string): string => {
  const found = room.get("row", row);
  const words = found?.cells.role?.text ?? "";
  const start = room.get("table", "capacity")?.starts.find((one) => one.id === found?.starter);
  return start && Object.values(start.name).includes(words) ? say(start.name) : words;
};

const SHARES = new Set(["sum", "delta", "load", "limit", "rate", "value"]);
const MONEY = new Set(["GOAL-04"]);

/** The sentence of a rule that found something. */
export function remarkText(funnel: FunnelRecord, remark: Remark): string {
  const level = levelOf(funnel, remark.stream, remark.level);
  const values = Object.entries(remark.values).map(([name, value]) => {
    if (SHARES.has(name)) return [name, percent(value, 0)];
    if (MONEY.has(remark.rule) && name !== "won") return [name, money(funnel, value)];
    return [name, figure(value, value < 20 ? 1 : 0)];
  });
  return t(`funnel-check-${remark.rule.toLowerCase()}${remark.rule === "GOAL-14" && !remark.next ? "-none" : ""}`, {
    stream: streamName(remark.stream),
    level: remark.rule === "GOAL-13" ? roleName(remark.level) : levelName(level),
    next: levelName(levelOf(funnel, remark.stream, remark.next) ?? after(funnel, remark)),
    ...(Object.fromEntries(values) as Record<string, string>),
  });
}
