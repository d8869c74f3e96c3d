import { FluentResource } from "@fluent/bundle";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const WEB = import.meta.dirname;
const ROOT = join(WEB, "../..");
const WORDS = join(ROOT, "server/accord/words");
const LANGUAGES = ["pl", "en"] as const;

type Language = (typeof LANGUAGES)[number];
type Messages = Map<string, { file: string; text: string }>;

const messages = { pl: read("pl"), en: read("en") };
const areas = new Set(filesOf("en").map((file) => file.replace(".ftl", "")));

function filesOf(language: Language): string[] {
  return readdirSync(join(WORDS, language))
    .filter((file) => file.endsWith(".ftl"))
    .sort();
}

function read(language: Language): Messages {
  const found: Messages = new Map();
  for (const file of filesOf(language)) {
    const source = readFileSync(join(WORDS, language, file), "utf-8");
    for (const [id, text] of blocks(source)) {
      if (found.has(id)) throw new Error(`${language}/${file}: ${id} is there twice`);
      found.set(id, { file, text });
    }
  }
  return found;
}

/** Every message with everything up to the next one. */
function blocks(source: string): [string, string][] {
  const lines = source.split("\n").filter((line) => !line.startsWith("#"));
  const starts = lines.flatMap((line, at) => (/^[a-zA-Z][\w-]* *=/.test(line) ? [at] : []));
  return starts.map((at, i) => {
    const text = lines.slice(at, starts[i + 1]).join("\n");
    return [/^[\w-]+/.exec(text)?.[0] ?? "", text];
  });
}

function argumentsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\$([a-zA-Z]\w*)/g)].map(([, name]) => name ?? ""))].sort();
}

function sources(folder: string, ends: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ends.test(entry.name) && !/\.test\.ts$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf-8"));
}

const web = sources(WEB, /\.(svelte|ts)$/);
const server = [
  ...sources(join(ROOT, "server/accord"), /\.py$/),
  ...sources(join(ROOT, "exports"), /\.(html|j2|jinja|xml)$/),
];

/** `setup-pair-${id}` and f"cli-{name}" stand for every id that fits. */
function patterns(texts: string[]): string[] {
  const quoted = texts.flatMap(
    (text) => text.match(/`[a-z]+-[^`\n]*\$\{[^`\n]*`|["'][a-z]+-[\w-]*\{[^"'\n]*["']/g) ?? [],
  );
  return quoted.map((raw) => raw.slice(1, -1)).filter((raw) => areas.has(raw.split("-")[0] ?? ""));
}

function fits(pattern: string): RegExp {
  const parts = pattern.split(/\$?\{(?:[^{}]|\{[^}]*\})*\}/).map((part) => part.replace(/[.*+?^()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[\\w-]+")}$`);
}

function literals(texts: string[]): Set<string> {
  return new Set(texts.flatMap((text) => [...text.matchAll(/["'`]([a-z]+-[\w-]+)["'`]/g)].map(([, id]) => id ?? "")));
}

describe("the words", () => {
  it("are in both languages", () => {
    expect([...messages.pl.keys()].sort()).toEqual([...messages.en.keys()].sort());
  });

  it("take the same arguments in both languages", () => {
    const differ = [...messages.en].filter(
      ([id, { text }]) => String(argumentsOf(text)) !== String(argumentsOf(messages.pl.get(id)?.text ?? "")),
    );
    expect(differ.map(([id]) => id)).toEqual([]);
  });

  it.each(LANGUAGES)("can all be read: %s", (language) => {
    for (const file of filesOf(language)) {
      const source = readFileSync(join(WORDS, language, file), "utf-8");
      const known = new FluentResource(source).body.map((message) => message.id);
      const written = [...messages[language]].filter(([, where]) => where.file === file).map(([id]) => id);
      expect(written.filter((id) => !known.includes(id))).toEqual([]);
    }
  });

  it("carry the name of their file", () => {
    const strays = [...messages.en].filter(([id, { file }]) => !id.startsWith(`${file.replace(".ftl", "")}-`));
    expect(strays.map(([id]) => id)).toEqual([]);
  });

  it("that a screen asks for are there", () => {
    const asked = web.flatMap((text) => [
      ...text.matchAll(/\b(?:t|knows)\(\s*(?:[^()`]*\?\s*)?"([\w-]+)"(?:\s*:\s*"([\w-]+)")?/g),
    ]);
    const does = web.flatMap((text) => [...text.matchAll(/\bdoes: "([\w-]+)"/g)]);
    const ids = [...asked, ...does].flatMap(([, one, other]) => [one, other]).filter((id) => id !== undefined);
    expect([...new Set(ids)].filter((id) => !messages.en.has(id))).toEqual([]);
  });

  it("that a screen puts together fit at least one message", () => {
    const empty = patterns(web).filter((pattern) => ![...messages.en.keys()].some((id) => fits(pattern).test(id)));
    expect(empty).toEqual([]);
  });

  it("say something for every refusal", () => {
    const wire = readFileSync(join(WEB, "sync/wire.ts"), "utf-8");
    const codes = /export type Code =([^;]*);/.exec(wire)?.[1]?.match(/\w+/g) ?? [];
    const ours = ["offline", "outbox_full", "unsent"];
    expect(codes.length).toBeGreaterThan(20);
    expect([...codes, ...ours].filter((code) => !messages.en.has(`refused-${code}`))).toEqual([]);
  });

  it("are all used", () => {
    const used = literals([...web, ...server]);
    const made = patterns([...web, ...server]).map(fits);
    const idle = [...messages.en.keys()].filter((id) => !used.has(id) && !made.some((pattern) => pattern.test(id)));
    expect(idle).toEqual([]);
  });
});
