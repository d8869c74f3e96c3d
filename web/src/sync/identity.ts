/**
 * Which client id this tab has. The rule: an id belongs to the tab that holds its claim, and a claim ends only with its
 * tab. A reload finds its id free and takes it again; a duplicated tab finds it taken and makes a new one; a tab that
 * was closed and opened anew takes over an id that left words behind, if no living tab holds it.
 */
export interface Claims {
  /** True when no living tab has this id; it is ours from then on. */
  claim(client: string): Promise<boolean>;
}

export interface IdStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export async function clientOf(
  scope: string,
  storage: IdStorage,
  claims: Claims,
  orphans: () => Promise<string[]>,
  newId: () => string,
): Promise<string> {
  const own = storage.getItem(keyOf(scope));
  for (const client of own ? [own] : await orphans()) {
    if (await claims.claim(client)) return keep(scope, storage, client);
  }
  const made = newId();
  await claims.claim(made);
  return keep(scope, storage, made);
}

export function keep(scope: string, storage: IdStorage, client: string): string {
  try {
    storage.setItem(keyOf(scope), client);
  } catch {
    // The id then lasts as long as the page.
  }
  return client;
}

const keyOf = (scope: string): string => `accord:client:${scope}`;

/** 128 random bits in hex; works without a secure context, where randomUUID does not exist. */
export function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Web Locks where the page is secure; a BroadcastChannel on the plain http of a meeting room. */
export function browserClaims(): Claims {
  return "locks" in navigator ? new LockClaims() : new ChannelClaims(randomId());
}

class LockClaims implements Claims {
  claim(client: string): Promise<boolean> {
    return new Promise((answer) => {
      void navigator.locks.request(`accord:${client}`, { ifAvailable: true }, (lock) => {
        answer(lock !== null);
        // Held until the tab goes.
        return lock ? new Promise(() => undefined) : undefined;
      });
    });
  }
}

const ANSWER_TIME = 120;

type Heard = { ask: string; from: string } | { taken: string; to: string };

/** Who has the id says so. Of two that ask at once, the smaller name wins. */
export class ChannelClaims implements Claims {
  readonly #me: string;
  readonly #channel: Pick<BroadcastChannel, "postMessage" | "onmessage">;
  readonly #held = new Set<string>();
  readonly #asking = new Map<string, (taken: boolean) => void>();

  constructor(
    me: string,
    channel: Pick<BroadcastChannel, "postMessage" | "onmessage"> = new BroadcastChannel("accord"),
  ) {
    this.#me = me;
    this.#channel = channel;
    channel.onmessage = (event: MessageEvent<Heard>) => this.#hear(event.data);
  }

  claim(client: string): Promise<boolean> {
    return new Promise((answer) => {
      const settle = (taken: boolean): void => {
        this.#asking.delete(client);
        if (!taken) this.#held.add(client);
        answer(!taken);
      };
      this.#asking.set(client, settle);
      this.#channel.postMessage({ ask: client, from: this.#me });
      setTimeout(() => this.#asking.get(client)?.(false), ANSWER_TIME);
    });
  }

  #hear(heard: Heard): void {
    if ("taken" in heard) {
      if (heard.to === this.#me) this.#asking.get(heard.taken)?.(true);
    } else if (this.#held.has(heard.ask) || (this.#asking.has(heard.ask) && this.#me < heard.from)) {
      this.#channel.postMessage({ taken: heard.ask, to: heard.from });
    }
  }
}
