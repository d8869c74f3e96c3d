/**
 * What a cell's words mean and how they are said: the browser's half of server/accord/domain/cells.py. A cell holds one
 * string in a form that both languages share ("8 working_hour"); here it is read, said in a language, and made from what
 * people type.
 */
import type { Field, Language, Text } from "../sync/wire";

type Inflected = Partial<Record<"one" | "few" | "many" | "other", string>>;

/** As `GET /api/language` gives it. */
export interface Forms {
  comparison: (Text & { id: string })[];
  per: (Text & { id: string })[];
  units: { id: string; pl: Inflected; en: Inflected }[];
}

export interface Limit {
  value: number;
  unit: string;
}

export interface Level extends Limit {
  comparison: string;
  per: string;
}

export const CLOCKS: readonly string[] = [
  "working_minute",
  "working_hour",
  "working_day",
  "minute",
  "hour",
  "day",
  "calendar_day",
  "week",
  "month",
];
export const COMPARISONS: readonly string[] = ["at_least", "at_most", "exactly"];

const REGION: Record<Language, string> = { pl: "pl-PL", en: "en-GB" };
const NBSP = "\u00a0";
const SPACES = /[\s\u00a0\u202f]/g;

export const figure = (value: number, language: Language): string =>
  new Intl.NumberFormat(REGION[language], { maximumFractionDigits: 4 }).format(value);

/** "2,5", "30 000", "30,000", "1 200,50": one figure as somebody of that language types it, else undefined. */
export function typedNumber(words: string, language: Language): number | undefined {
  const plain = words.replace(SPACES, "");
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) && (language === "en" || /,\d{3},|\./.test(plain));
  const dotted = grouped ? plain.replaceAll(",", "") : plain.replace(",", ".");
  return /^-?(\d+(\.\d+)?|\.\d+)$/.test(dotted) ? Number(dotted) : undefined;
}

/** A share as typed: "80%", "80", "0,8". From 1 up a bare figure is in percent. */
export function typedShare(words: string, language: Language): number | undefined {
  const value = typedNumber(words.replace("%", ""), language);
  if (value === undefined) return undefined;
  return words.includes("%") || value > 1 ? value / 100 : value;
}

/** What is kept of a figure or a share; words that cannot be read go as they are, and the server says what is wrong. */
export function canonical(kind: Field["kind"], words: string, language: Language): string {
  const trimmed = words.trim();
  const value = kind === "share" ? typedShare(trimmed, language) : typedNumber(trimmed, language);
  if (value === undefined || trimmed === "") return trimmed;
  return kind === "share" ? `${plain(value * 100)}%` : plain(value);
}

/** Never "1e+21" and never a trail of binary dust. */
const plain = (value: number): string => String(Number(value.toFixed(6)));

const kept = (words: string): number | undefined => {
  const value = /^-?\d+(\.\d+)?$/.test(words) ? Number(words) : undefined;
  return value;
};

export function readLimit(words: string): Limit | undefined {
  const [value = "", unit = "", more] = words.trim().split(/\s+/);
  const figure_ = kept(value);
  return figure_ === undefined || more !== undefined || !CLOCKS.includes(unit) ? undefined : { value: figure_, unit };
}

export function readLevel(words: string): Level | undefined {
  const [comparison = "", value = "", unit = "", per = "", more] = words.trim().split(/\s+/);
  const figure_ = kept(value);
  if (figure_ === undefined || more !== undefined || unit === "" || !COMPARISONS.includes(comparison)) return undefined;
  return { comparison, value: figure_, unit, per };
}

export const lines = (words: string): string[] =>
  words
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

export const refs = (words: string): string[] =>
  words
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** "8 godzin roboczych", "80%": a figure with its unit in the right form. */
export function quantity(value: number, unit: string, forms: Forms, language: Language): string {
  const word = unitWord(value, unit, forms, language);
  return word === "%" ? `${figure(value, language)}%` : `${figure(value, language)}${NBSP}${word}`;
}

/** The unit as it stands after the figure. */
export function unitWord(value: number, unit: string, forms: Forms, language: Language): string {
  const known = forms.units.find((one) => one.id === unit)?.[language];
  if (!known) return unit.replaceAll("_", " ");
  const rule = new Intl.PluralRules(language).select(value) as keyof Inflected;
  return known[rule] ?? known.other ?? unit;
}

export function levelSaid(level: Level, forms: Forms, language: Language): string {
  const comparison = forms.comparison.find((one) => one.id === level.comparison)?.[language] ?? level.comparison;
  const per = forms.per.find((one) => one.id === level.per)?.[language] ?? level.per;
  return [comparison, quantity(level.value, level.unit, forms, language), per].filter(Boolean).join(" ");
}

/** What words alone cannot say: who a person id is, what a row is called. */
export interface Names {
  person(id: string): string;
  row(id: string, table: string): string;
  date(iso: string): string;
}

/** A cell's words as the room reads them. What cannot be read is shown as it was written. */
export function said(field: Field, words: string, forms: Forms, language: Language, names: Names): string {
  if (words === "") return "";
  switch (field.kind) {
    case "choice":
      return field.options.find((option) => option.id === words)?.text[language] ?? words;
    case "person":
      return names.person(words) || words;
    case "number":
      return number(words, language);
    case "share":
      return share(words, language);
    case "date":
      return names.date(words);
    case "limit": {
      const limit = readLimit(words);
      return limit ? quantity(limit.value, limit.unit, forms, language) : words;
    }
    case "level": {
      const level = readLevel(words);
      return level ? levelSaid(level, forms, language) : words;
    }
    case "list":
      return lines(words).join("; ");
    case "refs":
      return refs(words)
        .map((id) => names.row(id, field.table) || id)
        .join(", ");
    default:
      return words;
  }
}

function number(words: string, language: Language): string {
  const value = kept(words);
  return value === undefined ? words : figure(value, language);
}

function share(words: string, language: Language): string {
  const value = kept(words.replace("%", "").trim());
  if (value === undefined) return words;
  return `${figure(words.includes("%") || value > 1 ? value : value * 100, language)}%`;
}

/** Kinds whose words many write together, letter by letter, with a pen; the others are set at once. */
export const penned = (field: Field): boolean => field.kind === "text" || field.kind === "list";

/** What an editor of the field shows for the kept words: one part a control. */
export function parts(field: Field, words: string, language: Language): string[] {
  switch (field.kind) {
    case "number":
    case "share": {
      const shown = field.kind === "share" ? share(words, language) : number(words, language);
      return [words === "" ? "" : shown];
    }
    case "limit": {
      const limit = readLimit(words);
      return limit ? [figure(limit.value, language), limit.unit] : [words, "working_day"];
    }
    case "level": {
      const level = readLevel(words);
      return level
        ? [level.comparison, figure(level.value, language), level.unit, level.per]
        : ["at_least", words, "percent", "month"];
    }
    case "refs":
      return refs(words);
    default:
      return [words];
  }
}

/** The other way: what is kept. Unreadable figures go as they were typed, so that nothing is lost on the way to a no. */
export function assembled(field: Field, typed: readonly string[], language: Language): string {
  const [one = "", two = "", three = "", four = ""] = typed;
  switch (field.kind) {
    case "number":
    case "share":
      return canonical(field.kind, one, language);
    case "limit":
      return one.trim() === "" ? "" : `${canonical("number", one, language)} ${two}`;
    case "level":
      return two.trim() === "" ? "" : [one, canonical("number", two, language), three, four].filter(Boolean).join(" ");
    case "refs":
      return typed.join(",");
    default:
      return one.trim();
  }
}
