/** Join codes have eight characters; people read them in two halves. */
export function spaced(code: string): string {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}

/** What somebody typed, as the server wants it: no spaces or dashes, upper case. */
export function bare(typed: string): string {
  return typed.replace(/[\s\-–.]/g, "").toUpperCase();
}

/** The server's SVG as the address of a picture. A picture runs no script, whatever is in it. */
export function qrAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
