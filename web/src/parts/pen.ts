/** Sends what the holder of a pen types: at most every 250 ms, one at a time, and always the last words. */
import type { Answer } from "../sync/outbox";

export const EVERY = 250;

export interface PenPort {
  send(words: string, base: number): Promise<Answer>;
  /** The version of the wording as last seen. */
  version(): number;
  now(): number;
  after(ms: number, run: () => void): void;
  /** The words were not taken; they are still with the writer. */
  lost(answer: Extract<Answer, { ok: false }>): void;
}

export class PenWriter {
  readonly #port: PenPort;
  #wanted: string | undefined;
  #busy = false;
  #waiting = false;
  #last = -Infinity;
  #idle: (() => void)[] = [];

  constructor(port: PenPort) {
    this.#port = port;
  }

  write(words: string): void {
    this.#wanted = words;
    this.#pump();
  }

  /** When everything typed so far was answered. The last words do not wait for their turn. */
  settled(): Promise<void> {
    this.#last = -Infinity;
    this.#waiting = false;
    this.#pump();
    if (!this.#busy && this.#wanted === undefined) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #pump(): void {
    if (this.#busy || this.#waiting || this.#wanted === undefined) return;
    const wait = this.#last + EVERY - this.#port.now();
    if (wait > 0) {
      this.#waiting = true;
      this.#port.after(wait, () => {
        this.#waiting = false;
        this.#pump();
      });
      return;
    }
    void this.#send(this.#wanted);
  }

  async #send(words: string): Promise<void> {
    this.#busy = true;
    this.#wanted = undefined;
    this.#last = this.#port.now();
    const answer = await this.#port.send(words, this.#port.version());
    this.#busy = false;
    if (!answer.ok) {
      this.#wanted = undefined;
      this.#port.lost(answer);
    }
    this.#pump();
    if (this.#wanted === undefined) this.#idle.splice(0).forEach((resolve) => resolve());
  }
}
