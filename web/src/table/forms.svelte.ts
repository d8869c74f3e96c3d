/** How the workshop's language says figures: inflected units, comparisons, periods (canvases/language.yaml). */
import { get } from "../api";
import type { Forms } from "./cells";

const NONE: Forms = { comparison: [], per: [], units: [] };

class Spoken {
  forms: Forms = $state.raw(NONE);
  #asked = false;

  /** Once a page; where the network fails the next table asks again, and units are shown by their ids until then. */
  async read(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      this.forms = { ...NONE, ...(await get<Partial<Forms>>("/api/language")) };
    } catch {
      this.#asked = false;
    }
  }
}

export const spoken = new Spoken();
