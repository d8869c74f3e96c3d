/** A small picture of plan and actuals as places on paper; server/accord/agreement/standing.py draws the printed one. */

export interface Point {
  x: number;
  y: number;
  month: string;
  value: number;
}

export interface Picture {
  width: number;
  height: number;
  right: number;
  floor: number;
  /** Points of lines: stairs, or one slope; both lines break where a month is missing. */
  plan: string[];
  reached: string[];
  points: Point[];
  ticks: { x: number; month: string }[];
}

export interface Drawn {
  months: readonly string[];
  plan: Readonly<Record<string, number>>;
  reached: Readonly<Record<string, number>>;
  /** The plan is one line to date, not a step for each month. */
  slope: boolean;
}

const LEFT = 12;
const TOP = 18;

export function picture(of: Drawn, width: number, height: number, label = 0): Picture {
  const right = width - LEFT - label;
  const step = (right - LEFT) / Math.max(1, of.months.length);
  const [low, high] = range([...Object.values(of.plan), ...Object.values(of.reached)]);
  const floor = height - 18;
  const x = (month: string): number => round(LEFT + step * (of.months.indexOf(month) + 0.5));
  const y = (value: number): number => round(TOP + ((floor - TOP) * (high - value)) / (high - low));
  const every = Math.max(1, Math.ceil(34 / step));
  const points = of.months.flatMap((month) => {
    const value = of.reached[month];
    return value === undefined ? [] : [{ x: x(month), y: y(value), month, value }];
  });
  return {
    width,
    height,
    right: round(right),
    floor,
    plan: of.slope ? runs(of.months, of.plan, x, y) : steps(of, x, y, step / 2),
    reached: runs(of.months, of.reached, x, y).filter((run) => run.includes(" ")),
    points,
    ticks: of.months.filter((_, at) => at % every === 0).map((month) => ({ x: x(month), month })),
  };
}

/** A little more than the values take; what counts from nothing begins no lower. */
export function range(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spread = most - least || Math.abs(most) || 1;
  const low = least - spread * 0.25;
  return [least >= 0 ? Math.max(0, low) : low, most + spread * 0.25];
}

type Place<T> = (of: T) => number;

function runs(
  months: readonly string[],
  values: Readonly<Record<string, number>>,
  x: Place<string>,
  y: Place<number>,
): string[] {
  const found: string[][] = [[]];
  for (const month of months) {
    const value = values[month];
    if (value === undefined) found.push([]);
    else found.at(-1)?.push(`${String(x(month))},${String(y(value))}`);
  }
  return found.filter((run) => run.length > 0).map((run) => run.join(" "));
}

function steps(of: Drawn, x: Place<string>, y: Place<number>, half: number): string[] {
  const corners = of.months.map((month) => {
    const level = of.plan[month];
    if (level === undefined) return "";
    const at = String(y(level));
    return `${String(round(x(month) - half))},${at} ${String(round(x(month) + half))},${at}`;
  });
  // Months without a plan part the line.
  return corners
    .join(" ")
    .split(/ {2,}/)
    .map((run) => run.trim())
    .filter(Boolean);
}

const round = (value: number): number => Math.round(value * 10) / 10;
