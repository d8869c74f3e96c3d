/** Asks the server for the findings again whenever something that the check reads has changed. */
import { get } from "../api";
import { room } from "../room.svelte";
import { NOTHING, type Checked } from "./findings";

/** ms between a change and the question, so that typing asks once. */
const REST = 400;

const READS = [
  "row",
  "clause",
  "result",
  "parked_item",
  "version",
  "person",
  "leaver",
  "section",
  "term",
  "kept_finding",
  "prompt",
  "step",
] as const;

class Check {
  now: Checked = $state.raw(NOTHING);
  /** True once the server has answered. */
  known = $state(false);
  #asked = 0;

  /** Call within a component; ends with it. */
  follow(): void {
    $effect(() => {
      for (const kind of READS) room.all(kind);
      if (room.status !== "live") return;
      const timer = setTimeout(() => void this.ask(), this.known ? REST : 0);
      return () => clearTimeout(timer);
    });
  }

  async ask(): Promise<void> {
    const mine = (this.#asked += 1);
    try {
      const found = await get<Checked>(`/api/w/${encodeURIComponent(room.id)}/findings`);
      if (mine !== this.#asked) return;
      this.now = found;
      this.known = true;
    } catch {
      // Without the network the last answer stays; the next change asks again.
    }
  }
}

export const checked = new Check();
