import { text } from "../api";
import type { Content } from "./promises";

export interface Frozen {
  content: Content;
  /** Whether this device has computed the fingerprint itself; null where the browser cannot (no secure address). */
  matches: boolean | null;
}

/** The words of a version as they were frozen, never the draft. Rejects with a Refusal. */
export async function frozen(workshop: string, version: string, hash: string): Promise<Frozen> {
  const path = `/api/w/${encodeURIComponent(workshop)}/versions/${encodeURIComponent(version)}.json`;
  const canonical = await text(path);
  return { content: JSON.parse(canonical) as Content, matches: await same(canonical, hash) };
}

async function same(canonical: string, hash: string): Promise<boolean | null> {
  const found = await sha256(canonical);
  return found ? found === hash : null;
}

/** In hex. Browsers give the digest only on https and localhost; "" on a meeting room's own server that is neither. */
export async function sha256(words: string): Promise<string> {
  if (!globalThis.isSecureContext) return "";
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
