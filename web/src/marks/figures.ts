/** Figures that people mark in private: shares of 0…1 or plain numbers. */
/** A share or a number as typed: "80", "80 %", "0,8"; undefined if it is none. */
export function typed(words: string, kind: "number" | "share"): number | undefined {
  const plain = words.replace(/[\s\u00a0\u202f%]/g, "").replace(",", ".");
  if (!/^\d+(\.\d+)?$/.test(plain)) return undefined;
  const value = Number(plain);
  if (kind === "number") return value;
  const share = words.includes("%") || value > 1 ? value / 100 : value;
  return share <= 1 ? share : undefined;
}

/** Where a value lies on a line from the least to the most, 0…100 %. */
export function place(value: number, kind: "number" | "share", most: number): number {
  const end = kind === "share" ? 1 : Math.max(most, 1e-9);
  return Math.min(100, Math.max(0, (value / end) * 100));
}

export const mean = (values: readonly number[]): number | undefined =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : undefined;
