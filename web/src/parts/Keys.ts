/**
 * One keyboard map for the page. Single keys work only while no field has the focus, and can be switched off
 * (WCAG 2.1.4).
 */

export type Group = "everyone" | "facilitator";

export interface Shortcut {
  /** As `KeyboardEvent.key` gives it: "n", "ArrowRight", "+". With Shift in front: "Shift+P". */
  key: string;
  /** Catalogue id of what it does, for the list under "?". */
  does: string;
  group: Group;
  run: (event: KeyboardEvent) => void;
}

const OFF = "accord:keys-off";
const active = new Map<symbol, Shortcut>();

/** Until the returned function is called, the key does this. The newest of two wins. Made for `$effect`. */
export function useKey(shortcut: Shortcut): () => void {
  const id = Symbol(shortcut.key);
  active.set(id, shortcut);
  return () => active.delete(id);
}

export function useKeys(shortcuts: readonly Shortcut[]): () => void {
  const ends = shortcuts.map(useKey);
  return () => ends.forEach((end) => end());
}

/** What the keys do right now, newest first, each key once. */
export function shortcuts(): Shortcut[] {
  const seen = new Set<string>();
  return [...active.values()].reverse().filter((s) => !seen.has(s.key) && seen.add(s.key));
}

export const keysOn = (): boolean => localStorage.getItem(OFF) !== "1";

export function setKeysOn(on: boolean): void {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
}

export function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (!keysOn() || typing(event.target) || dialogOpen()) return;
  const found = shortcuts().find((shortcut) => matches(shortcut.key, event));
  if (!found) return;
  event.preventDefault();
  found.run(event);
}

function matches(key: string, event: KeyboardEvent): boolean {
  if (key.startsWith("Shift+")) return event.shiftKey && event.key.toLowerCase() === key.slice(6).toLowerCase();
  const letter = /^[a-z]$/i.test(key);
  return event.key.toLowerCase() === key.toLowerCase() && !(letter && event.shiftKey);
}

/** Arrows and digits belong to the control that has the focus. */
function typing(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable], [role=radiogroup]") !== null
  );
}

function dialogOpen(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

const REGIONS = "header, nav, main, aside, footer, [data-region]";

/** F6: the focus goes to the next region of the page, round and round; with Shift the other way. Works in fields too. */
export function regionKey(event: KeyboardEvent): void {
  if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey || dialogOpen()) return;
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter(
    (region) => region.offsetParent !== null && !region.parentElement?.closest(REGIONS),
  );
  if (regions.length === 0) return;
  event.preventDefault();
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const step = event.shiftKey ? -1 : 1;
  const next = regions[(Math.max(at, event.shiftKey ? 0 : -1) + step + regions.length) % regions.length];
  if (!next) return;
  if (!next.hasAttribute("tabindex")) next.tabIndex = -1;
  next.focus();
}
