/** A figure as somebody types it into a cell. */
import type { Language } from "../sync/wire";
import { typedNumber } from "../table/cells";

/** `why` is the end of the word `scorecard-bad-…`. null: the cell was emptied. */
export type Typed = { value: number | null } | { why: "number" | "share" | "percent" };

export function typed(words: string, unit: string, language: Language): Typed {
  const plain = words.trim();
  if (plain === "" || plain === "-" || plain === "–") return { value: null };
  const percent = plain.endsWith("%");
  const value = typedNumber(bare(plain), language);
  if (value === undefined || Math.abs(value) > 1e12) return { why: "number" };
  if (percent && unit !== "percent") return { why: "percent" };
  if (unit === "percent" && !percent && value !== 0 && Math.abs(value) < 1) return { why: "share" };
  return { value };
}

const bare = (words: string): string =>
  words
    .replace(/%$/, "")
    .replace(/^(?:PLN|EUR|€|\$|£)|(?:PLN|EUR|zł|€|\$|£)$/i, "")
    .replace("−", "-")
    .trim();

/** What a spreadsheet lays on the clipboard: lines of cells. One cell alone is no table. */
export function cellsOf(text: string): string[][] | undefined {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  const table = lines.map((line) => line.split("\t"));
  return table.length > 1 || (table[0]?.length ?? 0) > 1 ? table : undefined;
}
