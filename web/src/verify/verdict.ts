/** What the server says about a document: see http/verifying.py. Pure. */
export type Kind = "sealed" | "version" | "copy" | "changed" | "foreign" | "gone" | "unknown" | "not_pdf";

export interface Verdict {
  verdict: Kind;
  file?: string;
  fingerprint?: string;
  title?: string;
  company?: string;
  timezone?: string;
  version?: string;
  status?: "in_force" | "waiting" | "refused";
  frozen?: number;
  in_force?: number;
  signed?: number;
  reserved?: number;
  of?: number;
  sealed?: number;
  stamped?: number;
  certificate?: string;
  newer?: string;
}

export const SHORTEST = 16;
export const LONGEST = 64;
export const LARGEST = 20 * 1024 * 1024;

/** The digits of a fingerprint as somebody typed or scanned them: spaces, capitals and an address before # go. */
export function digits(typed: string): string {
  return (typed.toLowerCase().split("#").pop() ?? "").replace(/[^0-9a-f]/g, "");
}

export function enough(typed: string): boolean {
  const found = digits(typed).length;
  return found >= SHORTEST && found <= LONGEST;
}

/** Green only for "yes, this is it", red only for "no, it was changed". */
export function tone(verdict: Verdict): "yes" | "no" | "plain" {
  if (verdict.verdict === "sealed") return "yes";
  if (verdict.verdict === "version") return verdict.status === "in_force" ? "yes" : "plain";
  return verdict.verdict === "changed" ? "no" : "plain";
}

/** Groups of four, as they are printed. */
export function groups(hex: string): string {
  return hex.match(/.{1,4}/g)?.join(" ") ?? "";
}
