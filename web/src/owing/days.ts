/** The last day of reminders, as a date field has it, in the zone of the workshop. */
import { instant, wall } from "../setup/form";

const DAY = 86_400_000;
const USUAL = 10;
const MOST = 59;

/** A minute to midnight of that day, ms UTC. */
export const endOf = (iso: string, zone: string): number => instant(`${iso}T23:59`, zone);

/** From tomorrow to 59 days on; usually ten days after it was frozen, or after now where that is over. */
export function stopDay(frozen: number, now: number, zone: string) {
  const of = (at: number): string => wall(at, zone).slice(0, 10);
  const first = of(now + DAY);
  const usual = of(frozen + USUAL * DAY);
  return { of, first, last: of(now + MOST * DAY), usual: usual < first ? of(now + USUAL * DAY) : usual };
}
