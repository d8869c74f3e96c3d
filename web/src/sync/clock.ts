/** Time as the machine gives it. `mono` never jumps back; `wall` is what the person's clock says. Both in ms. */
export interface Machine {
  mono(): number;
  wall(): number;
  later(ms: number, run: () => void): Cancel;
  /** 0 ≤ x < 1 */
  random(): number;
}

export type Cancel = () => void;

interface Sample {
  trip: number;
  offset: number;
}

const KEPT_SAMPLES = 5;

/** The server's clock as seen from here: the offset of the shortest of the last five round trips. */
export class ServerClock {
  readonly #machine: Machine;
  #samples: Sample[] = [];
  #rough = 0;

  constructor(machine: Machine) {
    this.#machine = machine;
    this.#rough = machine.wall() - machine.mono();
  }

  /** The welcome carries the time without a round trip: good enough until the first pong. */
  welcome(now: number): void {
    this.#rough = now - this.#machine.mono();
  }

  /** `at` is the monotonic time at which the ping left. */
  pong(at: number, now: number): void {
    const trip = Math.max(0, this.#machine.mono() - at);
    this.#samples = [...this.#samples, { trip, offset: now + trip / 2 - this.#machine.mono() }].slice(-KEPT_SAMPLES);
  }

  /** After sleep the monotonic clock may have stood still, so what was measured before is worth nothing. */
  forget(): void {
    const wasNow = this.now();
    this.#samples = [];
    this.#rough = wasNow - this.#machine.mono();
  }

  get offset(): number {
    if (this.#samples.length === 0) return this.#rough;
    return this.#samples.reduce((best, sample) => (sample.trip < best.trip ? sample : best)).offset;
  }

  now(): number {
    return this.#machine.mono() + this.offset;
  }
}

export const browserMachine: Machine = {
  mono: () => performance.now(),
  wall: () => Date.now(),
  later: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
