/** What to do when the room is late: ways that end at the booked time. Pure. */
import type { AStep } from "./agenda";

export interface Cut {
  step: string;
  from: number;
  to: number;
}

/** Every step a little shorter; the talk in pairs, at half its length; a step on the parking lot. */
export type Way = "shorten" | "pairs" | "park";

export interface Plan {
  way: Way;
  cuts: Cut[];
  /** Steps that are left out. */
  parked: string[];
  /** Minutes still missing when nothing can give more. */
  short: number;
}

/** No step gets less than this part of its minutes, and none less than three, while there is another way. */
const LEAST = 0.5;
const SHORTEST = 3;

type Floor = (cut: Cut) => number;
const half: Floor = (cut) => Math.min(cut.from, Math.max(SHORTEST, Math.ceil(cut.from * LEAST)));

/** Ways to make up for `late` minutes, the gentlest first. All end on time, unless nothing can: then the nearest. */
export function plans(steps: readonly AStep[], late: number): Plan[] {
  const missing = Math.max(0, Math.ceil(late));
  const coming = steps.filter((step) => step.status === "planned").sort((one, other) => one.order - other.order);
  if (missing === 0 || coming.length === 0) return [];
  const found = [shorten(coming, missing), pairs(coming, missing), park(coming, missing)].filter((plan) =>
    changes(plan),
  );
  const inTime = found.filter((plan) => plan.short === 0);
  if (inTime.length > 0) return inTime;
  return found.sort((one, other) => one.short - other.short).slice(0, 1);
}

const changes = (plan: Plan): boolean => plan.cuts.length > 0 || plan.parked.length > 0;

/** Minutes off every step that comes; off breaks only when nothing else can give. */
function shorten(coming: readonly AStep[], missing: number): Plan {
  const cuts = whole(coming);
  return plan("shorten", cuts, [], give(coming, cuts, missing));
}

/** Talk in pairs takes half its time; only when that is not enough do steps get shorter beyond it. */
function pairs(coming: readonly AStep[], missing: number): Plan {
  const cuts = whole(coming);
  const talk = new Map(coming.map((step) => [step.id, step.minutes - Math.floor(talkOf(step) / 2)]));
  const left = take(cuts, missing, (cut) => Math.max(talk.get(cut.step) ?? cut.from, Math.min(cut.from, 1)));
  if (left === missing) return plan("pairs", [], [], missing);
  return plan("pairs", cuts, [], give(coming, cuts, left));
}

function talkOf(step: AStep): number {
  const all = sum(step.phases, ([, minutes]) => minutes);
  const talk = step.phases.find(([phase]) => phase === "discuss")?.[1] ?? 0;
  return step.kind === "break" || all === 0 ? 0 : (talk / all) * step.minutes;
}

/** The smallest step that is long enough goes, else the longest ones; what it frees too much goes to the next step. */
function park(coming: readonly AStep[], missing: number): Plan {
  const may = coming.filter((step) => step.kind !== "break" && step.kind !== "signoff" && step !== closing(coming));
  const enough = may.filter((step) => step.minutes >= missing).sort((one, other) => one.minutes - other.minutes);
  const gone: AStep[] = enough.slice(0, 1);
  for (const step of enough.length > 0 ? [] : [...may].sort((one, other) => other.minutes - one.minutes)) {
    if (sum(gone, (one) => one.minutes) < missing) gone.push(step);
  }
  const cuts = whole(coming.filter((step) => !gone.includes(step)));
  const left = missing - sum(gone, (step) => step.minutes);
  const heir = cuts.find((cut) => may.some((step) => step.id === cut.step)) ?? cuts[0];
  if (left < 0 && heir && gone.length > 0) heir.to -= left;
  const breaks = new Set(coming.filter((step) => step.kind === "break").map((step) => step.id));
  const aMinute: Floor = (cut) => (breaks.has(cut.step) ? 0 : Math.min(cut.from, 1));
  const short = left > 0 ? take(cuts, give(coming, cuts, left), aMinute) : 0;
  return plan("park", cuts, gone.map((step) => step.id), short); // prettier-ignore
}

/** The last thing people do together is never left out. */
const closing = (coming: readonly AStep[]): AStep | undefined => coming.findLast((step) => step.kind !== "break");

const whole = (coming: readonly AStep[]): Cut[] =>
  coming.map((step) => ({ step: step.id, from: step.minutes, to: step.minutes }));

function plan(way: Way, cuts: Cut[], parked: string[], short: number): Plan {
  return { way, cuts: cuts.filter((cut) => cut.to !== cut.from), parked, short };
}

/** Takes minutes off the work first, then off the breaks; gives back what is missing. */
function give(coming: readonly AStep[], cuts: Cut[], missing: number): number {
  const pause = new Set(coming.filter((step) => step.kind === "break").map((step) => step.id));
  for (const breaks of [false, true]) missing = take(cuts.filter((cut) => pause.has(cut.step) === breaks), missing, half); // prettier-ignore
  return missing;
}

/** Takes `missing` minutes off the steps, from each in proportion to what it can spare; gives back what is missing. */
function take(cuts: Cut[], missing: number, floor: Floor): number {
  const spares = cuts.map((cut) => Math.max(0, cut.to - floor(cut)));
  const spare = sum(spares, (one) => one);
  const wanted = Math.min(missing, spare);
  let given = 0;
  let asked = 0;
  cuts.forEach((cut, at) => {
    asked += ((spares[at] ?? 0) / (spare || 1)) * wanted;
    const part = Math.round(asked) - given;
    cut.to -= part;
    given += part;
  });
  return missing - given;
}

const sum = <T>(things: readonly T[], of: (thing: T) => number): number =>
  things.reduce((all, one) => all + of(one), 0);

/** People sit this long at most, in minutes. */
export const SITTING = 100;

/** The step before which people will have sat too long without a break, and how long; none if there are enough. */
export function needsBreak(steps: readonly AStep[]): { step: string; minutes: number } | undefined {
  let sat = 0;
  for (const step of [...steps].sort((one, other) => one.order - other.order)) {
    if (step.status === "skipped") continue;
    sat = step.kind === "break" ? 0 : sat + step.minutes;
    if (sat > SITTING) return { step: step.id, minutes: sat };
  }
  return undefined;
}
