import { post, Refusal, whyText } from "../api";
import { place } from "../route.svelte";
import { lang } from "../words.svelte";

/** How far a version has come, in words of the server. `state`: draft, waiting, refused, in_force. */
export interface Standing {
  version: string;
  label: string;
  state: "draft" | "waiting" | "refused" | "in_force";
  words: string;
  before: string;
  fingerprint: string;
}

/** What a link is about. */
export interface Facts {
  to: string;
  title: string;
  company: string;
  languages: string[];
  standing: Standing;
}

const OPENED = "accord:opened:";

/**
 * A link to read by. Its token stands behind the # and is used once, by a button: a mail filter that follows links reads
 * nothing and counts as nobody. From then on a cookie lets this browser read; a screen that starts with the link goes on by itself.
 */
export class Link {
  state: "door" | "asking" | "open" | "gone" = $state("asking");
  wrong = $state("");
  readonly id: string;
  readonly path: string;

  constructor(id: string) {
    this.id = id;
    this.path = `/api/s/${encodeURIComponent(id)}`;
  }

  /** Whether the page may ask what it is about; else it shows the door, or has used the token by itself. */
  begin(): void {
    if (!this.#token) this.state = "open";
    else if (localStorage.getItem(OPENED + this.id) === null) this.state = "door";
    else void this.enter();
  }

  async enter(): Promise<void> {
    this.state = "asking";
    try {
      await post<Facts>(`${this.path}/open?language=${lang.current}`, { token: this.#token });
      remember(this.id);
      place.forgetFragment();
      this.wrong = "";
      this.state = "open";
    } catch (error) {
      this.refused(error, "door");
    }
  }

  /** A dead link is said to be so; anything else may pass. */
  refused(error: unknown, then: "door" | "open"): void {
    const gone = error instanceof Refusal && error.code === "bad_link";
    this.wrong = gone ? "" : whyText(error);
    this.state = gone ? "gone" : then;
  }

  get #token(): string {
    return /^s=(.+)$/.exec(place.fragment)?.[1] ?? "";
  }
}

function remember(id: string): void {
  try {
    localStorage.setItem(OPENED + id, "1");
  } catch {
    // Storage may be forbidden; the button is then asked for each time.
  }
}
