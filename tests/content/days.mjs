// Plays simulated days: every template, a delay of every size in every step, re-planned by the first way there is.
// Reads the templates from the file named first; prints what went otherwise.
import { readFileSync } from "node:fs";
import { agendaTimes } from "../../web/src/cockpit/agenda.ts";
import { plans } from "../../web/src/cockpit/replan.ts";

const MINUTE = 60_000;
const NINE = Date.UTC(2027, 0, 14, 9, 0);
const [file, way] = process.argv.slice(2);
const sessions = JSON.parse(readFileSync(file, "utf8"));
const problems = [];
let days = 0;

const now = (started) => ({ step: "", turn: 0, phase: "waiting", deadline: null, left: null, started });

/** What one day ends with: minutes after the booked end, and whether any way could have saved it. */
function day(session, at, delay) {
  const steps = session.steps.map((step) => ({ ...step, status: "planned", started: null, ended: null }));
  let clock = NINE;
  let saved = true;
  for (const [n, step] of steps.entries()) {
    if (step.status === "skipped") continue;
    step.started = clock;
    clock += Math.max(0, step.minutes + (n === at ? delay : 0)) * MINUTE;
    step.ended = clock;
    step.status = "finished";
    const times = agendaTimes(steps, clock, now(NINE), new Map(), NINE);
    if (times.late <= 0) continue;
    const found = plans(steps, times.late);
    const chosen = found.find((plan) => plan.way === way) ?? found[0];
    if (way === "none" || !chosen) continue;
    for (const cut of chosen.cuts) steps.find((one) => one.id === cut.step).minutes = cut.to;
    for (const id of chosen.parked) steps.find((one) => one.id === id).status = "skipped";
    const after = agendaTimes(steps, clock, now(NINE), new Map(), NINE);
    saved &&= chosen.short === 0;
    if (chosen.short === 0 && after.late > 0) problems.push(`${session.id}: ${chosen.way} says on time, is ${after.late} late`);
    if (chosen.short > 0 && after.late !== chosen.short) problems.push(`${session.id}: short ${chosen.short}, late ${after.late}`);
  }
  return { late: Math.round((clock - NINE) / MINUTE) - session.steps.reduce((all, step) => all + step.minutes, 0), saved };
}

/** Minutes that could be given: all that come but one for each of those that nobody leaves out. */
const spare = (session, at) => {
  const coming = session.steps.slice(at + 1);
  const last = coming.findLast((step) => step.kind !== "break");
  const stay = coming.filter((step) => step === last || step.kind === "signoff");
  return coming.reduce((all, step) => all + step.minutes, 0) - stay.length;
};

for (const session of sessions) {
  for (let at = 0; at < session.steps.length; at += 1) {
    for (let delay = -session.steps[at].minutes; delay <= Math.min(spare(session, at) + 5, 240); delay += 1) {
      days += 1;
      const { late } = day(session, at, delay);
      const hope = delay <= spare(session, at);
      if (late > 0 && hope) problems.push(`${session.id}: step ${at + 1} took ${delay} min more, the day ended ${late} late`);
      if (delay > 0 && hope && late < 0 && way !== "park") problems.push(`${session.id}: ${delay} late, ended ${-late} early`);
    }
  }
}
console.log(JSON.stringify({ days, problems: problems.slice(0, 20), count: problems.length }));
