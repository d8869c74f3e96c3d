import type { NowRecord } from "../sync/wire";

export interface ShownTimer {
  /** "4:05", or "+0:40" over time. */
  figures: string;
  look: "run" | "soon" | "over" | "paused";
  /** What is left of it, 0…1; 1 when it is over, so that the whole line is red. */
  share: number;
}

/** Undefined while nothing is timed. The last fifth is "soon". */
export function timerOf(now: NowRecord | undefined, serverNow: number): ShownTimer | undefined {
  if (!now || (now.deadline === null && now.left === null)) return undefined;
  const left = now.left ?? (now.deadline ?? serverNow) - serverNow;
  const share = now.seconds > 0 ? Math.min(1, Math.max(0, left / (now.seconds * 1000))) : 0;
  if (now.left !== null) return { figures: figures(left), look: "paused", share };
  if (left < 0) return { figures: `+${figures(-left)}`, look: "over", share: 1 };
  return { figures: figures(left), look: share <= 0.2 ? "soon" : "run", share };
}

function figures(ms: number): string {
  const seconds = Math.ceil(Math.max(0, ms) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
