import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChannelClaims, clientOf, type Claims, type IdStorage } from "./identity";

class TabStorage implements IdStorage {
  readonly #kept = new Map<string, string>();
  getItem(key: string): string | null {
    return this.#kept.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#kept.set(key, value);
  }
}

class Held implements Claims {
  readonly held = new Set<string>();
  claim(client: string): Promise<boolean> {
    if (this.held.has(client)) return Promise.resolve(false);
    this.held.add(client);
    return Promise.resolve(true);
  }
}

const none = (): Promise<string[]> => Promise.resolve([]);
let made = 0;
const newId = (): string => `id${++made}`;

describe("the client id of a tab", () => {
  it("is the same after a reload", async () => {
    const storage = new TabStorage();
    const first = await clientOf("w", storage, new Held(), none, newId);
    expect(await clientOf("w", storage, new Held(), none, newId)).toBe(first);
  });

  it("is new in a duplicated tab, whose storage is a copy", async () => {
    const storage = new TabStorage();
    const claims = new Held();
    const first = await clientOf("w", storage, claims, none, newId);
    const second = await clientOf("w", storage, claims, none, newId);
    expect(second).not.toBe(first);
    expect(await clientOf("w", storage, new Held(), none, newId)).toBe(second);
  });

  it("is that of a closed tab which left words behind", async () => {
    expect(await clientOf("w", new TabStorage(), new Held(), () => Promise.resolve(["left"]), newId)).toBe("left");
  });

  it("is never that of a living tab, even if words wait there", async () => {
    const claims = new Held();
    await claims.claim("alive");
    expect(await clientOf("w", new TabStorage(), claims, () => Promise.resolve(["alive"]), newId)).not.toBe("alive");
  });
});

describe("claims over a channel, where the page is not secure", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("go to the first who asks", async () => {
    const [one, two] = tabs("one", "two");
    const first = one.claim("c");
    await vi.advanceTimersByTimeAsync(200);
    expect(await first).toBe(true);
    const second = two.claim("c");
    await vi.advanceTimersByTimeAsync(200);
    expect(await second).toBe(false);
  });

  it("go to exactly one of two who ask at the same moment", async () => {
    const [one, two] = tabs("one", "two");
    const answers = [one.claim("c"), two.claim("c")];
    await vi.advanceTimersByTimeAsync(200);
    expect((await Promise.all(answers)).filter(Boolean)).toHaveLength(1);
  });
});

type Channel = ConstructorParameters<typeof ChannelClaims>[1] & object;

function tabs(...names: string[]): [ChannelClaims, ChannelClaims] {
  const channels: Channel[] = names.map(() => ({ onmessage: null, postMessage: () => undefined }));
  channels.forEach((channel, index) => {
    channel.postMessage = (data: unknown) => {
      const others = channels.filter((_, i) => i !== index);
      for (const other of others)
        queueMicrotask(() => other.onmessage?.call(other as BroadcastChannel, { data } as MessageEvent));
    };
  });
  const [one, two] = names.map((name, i) => new ChannelClaims(name, channels[i]));
  if (!one || !two) throw new Error("two names");
  return [one, two];
}
