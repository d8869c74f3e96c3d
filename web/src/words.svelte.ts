import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Language, Text } from "./sync/wire";

// The command line and the printed document speak for themselves; their words stay on the server.
const FILES = import.meta.glob<string>(
  ["@words/*/*.ftl", "!@words/*/{cli,document,content,rehearse,mail,missing}.ftl"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);
const KEPT = "accord:language";

export const LANGUAGES: readonly Language[] = ["pl", "en"];
export const LANGUAGE_NAMES: Record<Language, string> = { pl: "Polski", en: "English" };

const bundles: Record<Language, FluentBundle> = { pl: bundle("pl"), en: bundle("en") };

function bundle(language: Language): FluentBundle {
  const made = new FluentBundle(language, { useIsolating: false });
  for (const [path, text] of Object.entries(FILES)) {
    if (path.includes(`/${language}/`)) made.addResource(new FluentResource(text));
  }
  return made;
}

class Lang {
  current: Language = $state(first());

  set(language: Language): void {
    this.current = language;
    keep(language);
    document.documentElement.lang = language;
  }
}

export const lang = new Lang();

function first(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === "pl" || kept === "en") return kept;
  return navigator.languages.some((l) => l.toLowerCase().startsWith("pl")) ? "pl" : "en";
}

function keep(language: Language): void {
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // Storage may be full or forbidden; the choice then lasts as long as the page.
  }
}

/** The sentence of a catalogue id in the person's language. An id that is not there comes back as it is. */
export function t(id: string, args?: Record<string, FluentVariable>): string {
  return translate(lang.current, id, args);
}

export function translate(language: Language, id: string, args?: Record<string, FluentVariable>): string {
  const message = bundles[language].getMessage(id);
  if (!message?.value) return id;
  return bound(bundles[language].formatPattern(message.value, args ?? null, []));
}

export function knows(id: string): boolean {
  return bundles[lang.current].hasMessage(id);
}

/** Words that come in both languages. */
export function say(text: Text | null | undefined): string {
  return text ? bound(text[lang.current]) : "";
}

/** Polish leaves no one-letter word at the end of a line. In other languages nothing changes. */
export function bound(words: string): string {
  if (lang.current !== "pl") return words;
  return words.replace(/(?<=^|[\s(„])([aiouwzAIOUWZ]) (?=\S)/g, "$1\u00a0").replace(/ ([–—])/g, "\u00a0$1");
}

/** "9:05" or "9:05 AM" in the zone of the workshop; ms UTC. */
export function clock(at: number, timezone?: string): string {
  return new Intl.DateTimeFormat(region(), { hour: "numeric", minute: "2-digit", timeZone: timezone }).format(at);
}

export function day(at: number, timezone?: string): string {
  return new Intl.DateTimeFormat(region(), { dateStyle: "long", timeZone: timezone }).format(at);
}

export function figure(value: number, digits = 0): string {
  return new Intl.NumberFormat(region(), { maximumFractionDigits: digits }).format(value);
}

// British English: the 24-hour clock and day before month, as the rest of the room reads them.
function region(): string {
  return lang.current === "pl" ? "pl-PL" : "en-GB";
}
