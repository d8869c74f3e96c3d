/** Live hints on a note: which of seven habits of good notes the words miss. They advise and never stop anybody. */
export type Hint = "long" | "two" | "blame" | "person" | "number" | "vague" | "contact";

export interface People {
  /** Names of everybody in the workshop. */
  names: readonly string[];
  /** Words that look like names and are not: names of the teams and the company. */
  ignore?: readonly string[];
}

export const LONG = 160;

const SECOND_SENTENCE = /(?<word>[\p{L}\d)"”]+)[.!?…]["”)]?\s+["„“(]?\p{Lu}/u;
const ABBREVIATION =
  /^(np|itp|itd|tzn|tj|ok|godz|min|max|tys|mln|ul|nr|str|dr|mgr|inż|św|e\.g|i\.e|vs|approx|no|mr|mrs|ms)$/iu;
const ALWAYS = /(?<![\p{L}])(always|never|zawsze|nigdy|ciągle|wiecznie)(?![\p{L}])/iu;
const YOU = /(?<![\p{L}])(you|they|wy|oni|one|wam|im|was|ich)(?![\p{L}])/iu;
const VAGUE =
  /(?<![\p{L}])(better|more|faster|quicker|sooner|oftener|lepiej|lepsz\p{L}+|szybciej|szybsz\p{L}+|więcej|częściej|większ\p{L}+|sprawniej)(?![\p{L}])/iu;
const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/u;
const PHONE = /(?<![\d])(?:\+|00)?\d(?:[\s-]?\d){8,13}(?![\d])/u;
const NUMBER = /(?<![\p{L}\d.,:/–-])\d+(?:[.,:/–-]?\d+)*(?:[\s\u00a0]\d{3})*/gu;

function twoThoughts(text: string): boolean {
  if (text.includes(";")) return true;
  const found = SECOND_SENTENCE.exec(text);
  return found !== null && !ABBREVIATION.test(found.groups?.["word"] ?? "");
}

function bareNumber(text: string): boolean {
  for (const found of text.matchAll(NUMBER)) {
    const token = found[0];
    if (/[:/]/.test(token) || /^(19|20)\d\d$/.test(token)) continue; // a time, a share, a year
    const after = text.slice(found.index + token.length);
    const before = text.slice(0, found.index);
    if (/^[\s\u00a0]*[–-]?[\s\u00a0]*(\p{L}|%|‰|\p{Sc}|°)/u.test(after)) continue;
    if (/(\p{Sc}|PLN|EUR|USD|GBP|zł)[\s\u00a0]*$/u.test(before)) continue;
    return true;
  }
  return false;
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const whole = (word: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])${escaped(word)}(?![\\p{L}\\d])`, flags);

function namesSomebody(text: string, { names, ignore = [] }: People): boolean {
  const not = new Set(
    ignore.flatMap((words) => [words, ...words.split(/\s+/)]).map((word) => word.toLocaleLowerCase()),
  );
  return names.some((name) => {
    const full = name.trim();
    if (full.length >= 3 && !not.has(full.toLocaleLowerCase()) && whole(full, "iu").test(text)) return true;
    // A first or family name alone counts when it is written like a name.
    return full
      .split(/\s+/)
      .filter((part) => /^\p{Lu}\p{L}{2,}$/u.test(part) && !not.has(part.toLocaleLowerCase()))
      .some((part) => whole(part, "u").test(text));
  });
}

/** Which hints fit these words, the gravest first. Empty words have none. */
export function hints(text: string, people: People = { names: [] }): Hint[] {
  const words = text.trim();
  if (words === "") return [];
  const contact = EMAIL.test(words) || PHONE.test(words);
  const rules: [Hint, boolean][] = [
    ["contact", contact],
    ["person", namesSomebody(words, people)],
    ["blame", ALWAYS.test(words) && YOU.test(words)],
    ["long", [...words].length > LONG],
    ["two", twoThoughts(words)],
    ["number", !contact && bareNumber(words)],
    ["vague", VAGUE.test(words) && !/\d/.test(words)],
  ];
  return rules.filter(([, fits]) => fits).map(([hint]) => hint);
}
