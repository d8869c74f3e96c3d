export const CODE_LENGTH = 8;

/** What somebody typed, as the server wants it: no spaces or dashes, upper case. */
export function bare(typed: string): string {
  return typed.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
}

/** Join codes have eight characters; people read them in two halves. */
export function spaced(code: string): string {
  const letters = bare(code);
  const half = Math.ceil(letters.length / 2);
  return `${letters.slice(0, half)} ${letters.slice(half)}`;
}

/** The server's SVG as the address of a picture. A picture runs no script, whatever is in it. */
export function qrAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

export interface Token {
  letter: "f" | "k" | "o" | "r";
  token: string;
}

/** The token of a link's fragment, "k=…"; undefined where there is none. */
export function tokenOf(fragment: string): Token | undefined {
  const found = /^([fkor])=(.+)$/.exec(fragment);
  return found ? { letter: found[1] as Token["letter"], token: found[2] ?? "" } : undefined;
}

/** The id of a workshop in whatever was typed: an address of ours, or the bare id. */
export function workshopIn(typed: string): string {
  return /\/w\/([^/#?\s]+)/.exec(typed)?.[1] ?? typed.trim();
}
