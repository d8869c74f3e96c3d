/** A prompt that asks one team and lets the other guess has a sentence for each: "Marketing: … Sales: …". */
import type { Team } from "../sync/wire";

const LABEL: Record<Team, RegExp> = { marketing: /^Marketing:\s*/, sales: /^(Sprzedaż|Sales):\s*/ };
const BREAK = /(?<=[.?!])\s+(?=(?:Marketing|Sprzedaż|Sales):)/u;

/** The sentence for one side, its first letter large; the whole text where it does not name the sides. */
export function sentenceFor(text: string, team: Team): string {
  const parts = text.split(BREAK);
  const mine = parts.find((part) => LABEL[team].test(part));
  if (!mine || parts.length < 2) return text;
  const words = mine.replace(LABEL[team], "");
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
